import { deciderSpec } from '@iic/event-sourcing/testing';
import { addDays, dayOf } from '@iic/policy';
import {
  acceptanceBeforePdrc,
  concluded,
  decider,
  dueAt,
  expired,
  hash,
  histories,
  leadUnit,
  rectifyBy,
  report,
  request,
  requested,
  started,
  under17,
} from '../../testing/index.ts';
import type { RequestAcceptance } from './commands.ts';
import type { ProjectEvent } from './events.ts';
import { projectFacts } from './project.ts';

const spec = deciderSpec(decider);
const now = '2028-02-01T01:00:00.000Z';

function requesting(
  change: Partial<RequestAcceptance>,
  at = now,
  history: readonly ProjectEvent[] = [started],
) {
  return spec.given(...history).when({ ...request, ...change }, { actor: leadUnit, now: at });
}

function withEntity(change: Partial<RequestAcceptance['entity']>) {
  return requesting({ entity: { ...request.entity, ...change } });
}

describe('requesting acceptance', () => {
  const recordedRequest = {
    personal: request.director,
    policy: under17,
    evidence: [hash('2'), hash('3')],
  };

  it('records the evidence, and the director only in the encrypted part', () => {
    requesting({}).records({ ...requested(), ...recordedRequest });
  });

  it('is a further round in a rectification, also after its end', () => {
    requesting({}, now, histories.rectification).records({ ...requested(2), ...recordedRequest });
    const late = requesting({}, '2028-09-01T01:00:00.000Z', histories['rectification-expired']);
    expect(late.result).toMatchObject({
      accepted: [
        { data: { round: 2, findings: [{ code: 'requested-after-period', params: { dueAt: rectifyBy } }] } },
      ],
    });
  });

  it.each([
    [90, []],
    [89, ['completion-low']],
    [80, ['completion-low']],
    [79, ['completion-very-low']],
  ])('at %d per cent finds %p, as advice', (percent, codes) => {
    const completion = [
      { id: 'laboratory', percent },
      { id: 'pilot-line', percent },
    ];
    expect(requesting({ completion }).result).toMatchObject({
      accepted: [
        {
          data: {
            completionPercent: percent,
            findings: codes.map((code) => ({ code, strength: 'advisory', justification: null })),
          },
        },
      ],
    });
  });

  it('finds a request after the end of the construction period, as advice', () => {
    const { result } = requesting({}, '2028-03-02T16:00:00.000Z');
    expect(result).toMatchObject({
      accepted: [
        { data: { findings: [{ code: 'requested-after-period', strength: 'advisory', params: { dueAt } }] } },
      ],
    });
  });

  it('asks a justification for a center that is not an independent legal entity', () => {
    withEntity({ independent: false }).refuses('findings-need-justification');
    const justified = requesting({
      entity: { ...request.entity, independent: false },
      justifications: [{ finding: 'entity-not-independent', text: '依托研究院运行' }],
    });
    expect(justified.result).toMatchObject({
      accepted: [
        { data: { findings: [{ code: 'entity-not-independent', justification: '依托研究院运行' }] } },
      ],
    });
  });

  it('refuses a wrong code, a registration in the future or outside the province', () => {
    withEntity({ uscc: '91310115MA1G4L1WXK' }).refuses('uscc-invalid');
    withEntity({ uscc: '9131' }).refuses('uscc-invalid');
    withEntity({ uscc: 'I1310115MA1G4L1WXK' }).refuses('uscc-invalid');
    withEntity({ registeredOn: '2028-02-02' }).refuses('registration-in-future');
    const outside = withEntity({ area: '210100' });
    outside.refuses('registration-outside-province');
    expect(outside.result).toMatchObject({
      refused: { findings: [{ strength: 'hard', article: 'Art. 6' }] },
    });
  });

  it('refuses a completion that misses, repeats or invents a milestone', () => {
    const [first, second] = [
      { id: 'laboratory', percent: 100 },
      { id: 'pilot-line', percent: 100 },
    ];
    requesting({ completion: [first] }).refuses('milestone-missing');
    requesting({ completion: [first, second, second] }).refuses('milestone-repeated');
    requesting({ completion: [first, second, { id: 'moon', percent: 1 }] }).refuses('milestone-unknown');
  });
});

describe('a request for acceptance that contradicts what the project said before', () => {
  const halfDone: ProjectEvent = {
    type: 'ProgressReported',
    data: { ...report, milestones: [{ id: 'laboratory', percent: 100 }] },
  };
  const findings = ({ result }: ReturnType<typeof requesting>) =>
    'accepted' in result
      ? result.accepted.flatMap((event) => (event.type === 'AcceptanceRequested' ? event.data.findings : []))
      : [];

  it('tells progress that no report told, as advice', () => {
    expect(findings(requesting({}, now, [started, halfDone]))).toMatchObject([
      {
        code: 'completion-not-reported',
        strength: 'advisory',
        params: { milestone: 'pilot-line', claimed: 100, reported: 0 },
      },
    ]);
  });

  it('asks why less is done than was reported', () => {
    const completion = request.completion.map((milestone) => ({ ...milestone, percent: 95 }));
    const less = (justifications: RequestAcceptance['justifications']) =>
      requesting({ completion, justifications }, now, [started, halfDone]);
    less([]).refuses('findings-need-justification');
    const text = '设备返厂检修';
    expect(findings(less([{ finding: 'completion-below-report', text }]))).toContainEqual(
      expect.objectContaining({ code: 'completion-below-report', justification: text }),
    );
  });

  it('tells that the director is not the candidate of the plan', () => {
    const director = { ...request.director, subject: 'person-other' };
    expect(findings(requesting({ director }))).toMatchObject([
      { code: 'director-not-the-candidate', strength: 'advisory', article: 'platform default' },
    ]);
  });
});

describe('the acceptance review', () => {
  const conclusion = {
    type: 'RecordReviewConclusion',
    reviewId: 'case-1-acceptance-1',
    subjectHash: request.subjectHash,
    recommendation: 'favourable',
    opinionHash: hash('4'),
  } as const;
  const withdrawal = {
    type: 'RecordReviewWithdrawal',
    reviewId: 'case-1-acceptance-1',
    subjectHash: request.subjectHash,
    basis: 'pdrc',
  } as const;

  it('concluded, proposes the decision whatever the panel recommends', () => {
    spec
      .given(started, requested())
      .when(conclusion)
      .records({ ...concluded(), evidence: [hash('4')] }, { ...acceptanceBeforePdrc(), policy: under17 });
    const { result } = spec
      .given(started, requested())
      .when({ ...conclusion, recommendation: 'unfavourable' });
    expect(result).toMatchObject({ accepted: [{ data: { recommendation: 'unfavourable' } }, {}] });
  });

  it('of another version, or not awaited, is ignored', () => {
    const other = { subjectHash: hash('0') };
    spec
      .given(started, requested())
      .when({ ...conclusion, ...other })
      .records();
    spec
      .given(started, requested())
      .when({ ...withdrawal, ...other })
      .records();
    for (const command of [conclusion, withdrawal]) {
      spec.given(started).when(command).records();
      spec.given().when(command).records();
    }
  });

  it('opens the project to those who review it, until it ends', () => {
    const admit = {
      type: 'RecordReviewers',
      reviewId: 'case-1-acceptance-1',
      subjectHash: request.subjectHash,
      reviewers: ['expert-1', 'expert-2'],
    } as const;
    const admitted: ProjectEvent = {
      type: 'ProjectReviewersRecorded',
      data: { round: 1, reviewId: 'case-1-acceptance-1', reviewers: ['expert-1', 'expert-2'] },
    };
    const readers = (...events: readonly ProjectEvent[]) =>
      projectFacts(spec.given(started, requested(), ...events).state())?.['reviewers'];
    spec.given(started, requested()).when(admit).records(admitted);
    expect(readers(admitted)).toEqual(['expert-1', 'expert-2']);
    spec.given(started, requested(), admitted).when(admit).records();
    spec
      .given(started, requested(), admitted)
      .when({ ...admit, reviewers: [] })
      .records({ ...admitted, data: { ...admitted.data, reviewers: [] } });
    spec
      .given(started, requested())
      .when({ ...admit, subjectHash: hash('0') })
      .records();
    spec.given(started).when(admit).records();
    expect(readers(admitted, concluded(), acceptanceBeforePdrc())).toEqual([]);
  });

  it.each([
    ['under-construction', [started, requested()], dueAt],
    ['rectification', [...histories.rectification, requested(2)], rectifyBy],
    ['rectification-expired', [...histories.rectification, requested(2), expired()], rectifyBy],
  ] as const)('withdrawn, leads back to %s', (status, history, until) => {
    const round = history.filter(({ type }) => type === 'AcceptanceRequested').length;
    const event: ProjectEvent = {
      type: 'AcceptanceReviewWithdrawn',
      data: { round, reviewId: 'case-1-acceptance-1', basis: 'pdrc', dueAt: until },
    };
    spec
      .given(...history)
      .when(withdrawal)
      .records(event);
    expect(spec.given(...history, event).state().status).toBe(status);
  });

  it.each([
    ['ConstructionPeriodApproaching', [started, requested()], dueAt],
    ['RectificationPeriodApproaching', [...histories.rectification, requested(2)], rectifyBy],
  ] as const)('withdrawn, records the %s that fell due meanwhile, once', (type, history, until) => {
    const now = addDays(dayOf(until), -1);
    const noon = `${now}T04:00:00.000Z`;
    const { result } = spec.given(...history).when(withdrawal, { now: noon });
    expect(result).toMatchObject({
      accepted: [{ type: 'AcceptanceReviewWithdrawn' }, { type, data: { dueAt: until } }],
    });
    const after = spec.given(...history).when(withdrawal, { now: until });
    expect(after.result).toMatchObject({ accepted: [{ type: 'AcceptanceReviewWithdrawn' }] });
  });
});
