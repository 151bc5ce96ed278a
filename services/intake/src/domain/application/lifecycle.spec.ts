import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  application,
  caseId,
  caseOf,
  commit,
  draftCommand,
  entity,
  lead,
  leadUnit,
  lookups,
  milestones,
  name,
  type Played,
  pdrc,
  play,
  policy,
  unit,
  untouched,
} from '../../testing/case-fixtures.ts';
import {
  cite,
  confirmed,
  histories,
  manifestHash,
  points,
  ready,
  written,
} from '../../testing/case-histories.ts';
import { manifestOf } from './manifest.ts';

const spec = deciderSpec(application.decider);
const when = (played: Played) => spec.given(...played.events);
const { draft: drafted, submitted, passed, filed } = histories;
const committed = ready;
const manifest = manifestOf(caseOf(ready));

describe('an application', () => {
  it('is drafted by its lead unit', () => {
    spec
      .given()
      .when(draftCommand, { actor: lead })
      .records({
        type: 'ApplicationDrafted',
        data: {
          caseId,
          leadUnit,
          competentUnit: 'org-unit',
          province: '220000',
          policyId: policy.id,
          policyHash: policy.hash,
          prefilledFrom: null,
        },
      });
  });

  it('takes over from an earlier case what is worth keeping', () => {
    const content = caseOf(written).content;
    const prefilled = play(untouched, lead, { ...draftCommand, prefill: { from: 'case-0', content } });
    expect(prefilled.events.map(({ type }) => type)).toEqual([
      'ApplicationDrafted',
      'StrategicFieldChosen',
      'CenterNameProposed',
      'CenterEntityDescribed',
      'MemberListed',
      'InvestmentPlanned',
      'ConstructionPlanned',
    ]);
    expect(caseOf(prefilled).content).toMatchObject({ field: 'new-materials', name, entity, milestones });
    expect(caseOf(prefilled).content.chapters).toEqual([]);
  });

  it('takes over nothing where the earlier case holds nothing', () => {
    const content = caseOf(drafted).content;
    const prefilled = play(untouched, lead, { ...draftCommand, prefill: { from: 'case-0', content } });
    expect(prefilled.events).toHaveLength(1);
  });

  it('is committed to by a signer who answers for this manifest', () => {
    const command = { type: 'CommitTruthfulness', manifestHash, document: null } as const;
    when(confirmed)
      .when(command, { actor: lead })
      .records({
        type: 'TruthfulnessCommitted',
        data: { manifestHash, signer: lead.subject, document: null },
        evidence: [manifestHash],
      });
  });

  it('is submitted as version 1 with its manifest, the signer and a due date', () => {
    when(committed)
      .when({ type: 'SubmitApplication', lookups }, { actor: lead })
      .records({
        type: 'ApplicationSubmitted',
        data: {
          caseId,
          version: 1,
          manifestHash,
          manifest,
          signer: lead.subject,
          findings: [],
          duplicates: [],
          competentUnit: 'org-unit',
          dueAt: '2026-04-01T15:59:59.999Z',
        },
        ...cite('Art. 15'),
        evidence: [manifestHash],
      });
  });

  it('is committed to and submitted in one step', () => {
    const commitment = { manifestHash, document: null };
    const { result } = when(confirmed).when(
      { type: 'SubmitApplication', lookups, commitment },
      { actor: lead },
    );
    const types = 'accepted' in result ? result.accepted.map(({ type }) => type) : [];
    expect(types).toEqual(['TruthfulnessCommitted', 'ApplicationSubmitted']);
  });

  it('becomes version 2 when it is submitted again', () => {
    const returned = play(submitted, unit, { type: 'ReturnForSupplement', points });
    const mended = commit(play(returned, lead, { type: 'ChooseField', field: 'biotechnology' }));
    const again = play(mended, lead, { type: 'SubmitApplication', lookups });
    expect(caseOf(again)).toMatchObject({ status: 'submitted', transmittal: null });
    expect(caseOf(again).versions.map(({ version, manifest: { field } }) => [version, field])).toEqual([
      [1, 'new-materials'],
      [2, 'biotechnology'],
    ]);
  });

  it('is not submitted again unchanged without saying why', () => {
    const returned = play(filed, pdrc, { type: 'ReturnAtFormalityCheck', points });
    when(returned)
      .when({ type: 'SubmitApplication', lookups }, { actor: lead })
      .refuses('justification-needed');
    const reason = {
      type: 'JustifyFinding',
      finding: 'unchanged-since-return',
      text: '仅补交扫描件',
    } as const;
    const again = play(commit(play(returned, lead, reason)), lead, { type: 'SubmitApplication', lookups });
    expect(caseOf(again).versions.at(-1)).toMatchObject({ version: 2, findings: [] });
  });

  it.each([
    ['draft', drafted],
    ['submitted', submitted],
    ['returned', play(submitted, unit, { type: 'ReturnForSupplement', points })],
    ['passed', passed],
    ['filed', filed],
  ])('is freely withdrawn while it is %s', (_status, played) => {
    when(played)
      .when({ type: 'WithdrawApplication', reason: '另行安排' }, { actor: lead })
      .records({
        type: 'ApplicationWithdrawn',
        data: { caseId, reason: '另行安排', afterAcceptance: false },
      });
  });
});
