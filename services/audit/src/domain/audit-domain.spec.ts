import { defineEvent, integration, journal, open } from '@iic/contracts';
import { deciderSpec } from '@iic/event-sourcing/testing';
import * as fc from 'fast-check';
import { Type } from 'typebox';
import { checkRecord } from './check-record.ts';
import { type Incident, incidentDecider } from './incident.ts';
import { type Ordered, orderTimeline } from './order-timeline.ts';
import { noParties, withParties } from './parties.ts';
import { viewerOf, visibleData } from './visibility.ts';

const record = {
  source: 'intake',
  seq: 3,
  claimedLeaf: 'aa',
  recomputedLeaf: 'aa',
  stream: 's-1',
  revision: 1,
};
const known = { lastSeq: 2, leafAtSeq: undefined, disputedBefore: false, lastRevision: 0 };

describe('journal check', () => {
  it('takes the next record and ignores a repeat of the same', () => {
    expect(checkRecord(record, known)).toEqual({ verdict: 'take' });
    expect(checkRecord(record, { ...known, lastSeq: 9, leafAtSeq: 'aa', lastRevision: 5 })).toEqual({
      verdict: 'repeat',
    });
    expect(checkRecord({ ...record, recomputedLeaf: 'cc' }, { ...known, disputedBefore: true })).toEqual({
      verdict: 'repeat',
    });
  });

  it.each([
    ['a gap', record, { ...known, lastSeq: 1 }, { kind: 'gap', expected: null }],
    [
      'another leaf than before',
      record,
      { ...known, leafAtSeq: 'bb' },
      { kind: 'other-leaf', expected: 'bb' },
    ],
    ['altered bytes', { ...record, recomputedLeaf: 'cc' }, known, { kind: 'leaf-mismatch', expected: 'cc' }],
    [
      'a missing revision',
      record,
      { ...known, lastRevision: -1 },
      { kind: 'position-mismatch', expected: null },
    ],
    ['one that comes late', record, { ...known, lastSeq: 5 }, { kind: 'position-mismatch', expected: null }],
  ])('refuses %s as an incident', (_what, delivered, archive, incident) => {
    expect(checkRecord(delivered, archive)).toMatchObject({
      incident: { source: 'intake', seq: 3, delivered: 'aa', ...incident },
    });
  });

  it('tells what a gap leaves out', () => {
    expect(checkRecord({ ...record, seq: 7 }, known)).toMatchObject({
      incident: { seq: 7, kind: 'gap' },
      missing: { first: 3, last: 6 },
    });
  });

  it('puts an incident on record once', () => {
    const incident: Incident = { source: 'intake', seq: 3, kind: 'gap', expected: null, delivered: 'aa' };
    const recorded = { type: 'IntegrityIncidentRecorded', data: incident } as const;
    const spec = deciderSpec(incidentDecider);
    spec.given().when({ type: 'RecordIncident', incident }).records(recorded);
    spec.given(recorded).when({ type: 'RecordIncident', incident }).records();
  });
});

const entry = (id: string, more: Partial<Ordered>): Ordered => ({
  id,
  service: 'intake',
  seq: 1,
  stream: 's',
  revision: 0,
  recordedAt: '2026-03-02T00:00:00.000Z',
  causationId: null,
  ...more,
});

describe('timeline order', () => {
  it('puts an event after its cause and its predecessor, even within one millisecond', () => {
    const entries = [
      entry('effect', { service: 'a-first-by-name', stream: 'x', causationId: 'cause' }),
      entry('cause', { service: 'z-last-by-name', stream: 'y', revision: 1, seq: 2 }),
      entry('before', { service: 'z-last-by-name', stream: 'y', revision: 0, seq: 1 }),
    ];
    expect(orderTimeline(entries).map(({ id }) => id)).toEqual(['before', 'cause', 'effect']);
  });

  it('does not depend on the order of delivery, and loses nothing', () => {
    const entries = Array.from({ length: 12 }, (_, index) =>
      entry(`e-${index}`, {
        service: index % 2 === 0 ? 'intake' : 'evaluation',
        stream: `s-${index % 3}`,
        revision: Math.floor(index / 3),
        seq: index,
        causationId: index > 4 ? `e-${index - 5}` : null,
      }),
    );
    const expected = orderTimeline(entries).map(({ id }) => id);
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(orderTimeline(shuffled).map(({ id }) => id)).toEqual(expected);
      }),
    );
    expect([...expected].sort()).toEqual(entries.map(({ id }) => id).sort());
  });
});

const contract = defineEvent({
  service: 'evaluation',
  type: 'ScoreGiven',
  version: 1,
  article: 'Art. 15',
  title: { zh: '评分', en: 'Score given' },
  reach: 'public',
  data: Type.Object({ score: Type.Integer(), case: Type.String(), kind: Type.String() }),
  fields: { score: journal('pdrc'), case: integration('pdrc', 'lead-unit'), kind: open },
});
const data = { score: 91, case: 'c-1', kind: 'formation' };

describe('timeline visibility', () => {
  it('shows each viewer the fields declared for them and nothing else', () => {
    expect(visibleData(contract, data, 'auditor')).toEqual(data);
    expect(visibleData(contract, data, 'pdrc')).toEqual(data);
    expect(visibleData(contract, data, 'lead-unit')).toEqual({ case: 'c-1', kind: 'formation' });
    expect(visibleData(contract, data, 'competent-unit')).toEqual({ kind: 'formation' });
  });

  it('hides an event without a contract, or without a field for the viewer', () => {
    expect(visibleData(undefined, data, 'pdrc')).toBeUndefined();
    expect(visibleData(contract, { score: 91 }, 'lead-unit')).toBeUndefined();
    expect(visibleData(undefined, data, 'auditor')).toEqual(data);
  });

  it('gives experts, administrators and analytics no timeline', () => {
    for (const role of ['expert', 'system-admin', 'analytics', 'evaluator'])
      expect(viewerOf(role)).toBeUndefined();
  });
});

describe('parties of a case', () => {
  const ofCase = { stream: 'application-case-1', correlation: 'case-1' };
  const drafted = withParties(noParties, 'intake', {
    ...ofCase,
    type: 'ApplicationDrafted',
    data: { leadUnit: { organisation: 'org-a' }, competentUnit: 'drc-1', province: '220000' },
  });

  it('follow what intake says, submission and filing', () => {
    expect(drafted).toEqual({
      leadUnit: 'org-a',
      competentUnit: 'drc-1',
      province: '220000',
      submitted: false,
      filed: false,
    });
    const submitted = withParties(drafted, 'intake', { ...ofCase, type: 'ApplicationSubmitted', data: {} });
    expect(submitted).toEqual({ ...drafted, submitted: true });
    expect(withParties(submitted, 'intake', { ...ofCase, type: 'ApplicationFiled', data: {} })).toEqual({
      ...submitted,
      filed: true,
    });
    expect(withParties(drafted, 'intake', { ...ofCase, type: 'Anything', data: { leadUnit: [] } })).toEqual(
      drafted,
    );
  });

  it('do not follow a late event of another service that names the former competent unit', () => {
    const reassigned = withParties(drafted, 'intake', {
      ...ofCase,
      type: 'CaseCompetentUnitReassigned',
      data: { competentUnit: 'drc-2' },
    });
    const data = { leadUnit: 'org-x', competentUnit: 'drc-1' };
    const late = { stream: 'project-case-1', correlation: 'case-1', type: 'ProjectStarted', data };
    expect(withParties(reassigned, 'construction', late)).toEqual({ ...drafted, competentUnit: 'drc-2' });
  });

  it('do not follow an organisation that was registered under the id of the case', () => {
    const data = { organisation: 'case-1', competentUnit: 'org-elsewhere', province: '330000' };
    const stranger = {
      stream: 'organisation-case-1',
      correlation: 'case-1',
      type: 'OrganisationRegistered',
      data,
    };
    expect(withParties(drafted, 'intake', stranger)).toEqual(drafted);
  });
});
