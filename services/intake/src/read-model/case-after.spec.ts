import { expectedAction, partyOf } from '../domain/application/available-actions.ts';
import { statuses } from '../domain/application/state.ts';
import { caseOf, now } from '../testing/case-fixtures.ts';
import { histories } from '../testing/case-histories.ts';
import { caseAfter } from './case-after.ts';
import { type CaseEntry, shownEntry } from './case-entry.ts';

function entryOf(status: (typeof statuses)[number]): CaseEntry | undefined {
  let entry: CaseEntry | undefined;
  for (const event of histories[status].events) entry = caseAfter(entry, event, now);
  return entry;
}

it('keeps who reviews a case for the rules alone, as long as it is reviewed', () => {
  const reviewed = caseAfter(
    entryOf('under-review'),
    { type: 'CaseReviewersRecorded', data: { reviewId: 'r-1', reviewers: ['expert-1'] } },
    now,
  );
  if (reviewed === undefined) throw new Error('The case is in no list.');
  expect(reviewed.reviewers).toEqual(['expert-1']);
  expect(shownEntry(reviewed, true)).not.toHaveProperty('reviewers');
  const opinion = { recommendation: 'favourable', opinionHash: 'h', manifestHash: 'h' };
  const ended = caseAfter(
    reviewed,
    { type: 'FormationReviewRecorded', data: { reviewId: 'r-1', ...opinion } },
    now,
  );
  expect(ended?.reviewers).toEqual([]);
});

describe('the list', () => {
  it.each(statuses.filter((status) => status !== 'none'))('shows a case that is %s as it is', (status) => {
    const state = caseOf(histories[status]);
    const action = expectedAction[status];
    const latest = state.versions.at(-1);
    expect(entryOf(status)).toMatchObject({
      caseId: state.caseId,
      status: state.status,
      leadUnit: state.leadUnit.organisation,
      competentUnit: state.competentUnit,
      province: state.province,
      members: state.content.members.map(({ organisation }) => organisation),
      unconfirmed: [],
      field: state.content.field,
      nameZh: state.content.name?.zh ?? null,
      asSubmitted:
        latest === undefined
          ? null
          : {
              leadUnitName: latest.manifest.leadUnit.name,
              members: latest.manifest.members.map(({ organisation }) => organisation),
              field: latest.manifest.field,
              nameZh: latest.manifest.name?.zh,
            },
      version: latest?.version ?? 0,
      manifestHash: latest?.manifestHash ?? null,
      submitted: state.versions.length > 0,
      filed: state.filed,
      dueAt: 'dueAt' in state ? state.dueAt : null,
      waitingFor: action === null ? null : partyOf[action],
    });
  });
});
