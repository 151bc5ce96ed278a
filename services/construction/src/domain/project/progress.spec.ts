import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  adjustmentApproved,
  decider,
  hash,
  leadUnit,
  proposed,
  report,
  reported,
  start,
  started,
} from '../../testing/index.ts';
import type { ProgressReport } from './events.ts';
import { latestMilestones, spentBySource, weightedCompletion } from './progress.ts';

const spec = deciderSpec(decider);
const now = '2026-07-20T01:00:00.000Z';

function reporting(change: Partial<ProgressReport>, at = now) {
  return spec
    .given(started)
    .when({ type: 'ReportProgress', report: { ...report, ...change } }, { actor: leadUnit, now: at });
}

function correcting(change: Partial<ProgressReport>) {
  return spec
    .given(started, reported)
    .when(
      { type: 'CorrectProgress', report: { ...report, ...change }, reason: '金额漏记' },
      { actor: leadUnit, now },
    );
}

function stateAfter(...reports: readonly Partial<ProgressReport>[]) {
  const state = spec
    .given(
      started,
      ...reports.map((change) => ({ type: 'ProgressReported' as const, data: { ...report, ...change } })),
    )
    .state();
  if (state.status === 'not-started') throw new Error('The project must have started.');
  return state;
}

describe('reporting progress', () => {
  it('records the report with the hash of its narrative as evidence', () => {
    reporting({}).records({ ...reported, evidence: [hash('c')] });
  });

  it('takes a period that is still running', () => {
    reporting({ period: '2026-H2' }).records({
      type: 'ProgressReported',
      data: { ...report, period: '2026-H2', publicSpendFen: '0' },
      evidence: [hash('c')],
    });
  });

  it('refuses a period that is not one of the interval', () => {
    reporting({ period: '2026-Q1' }).refuses('period-malformed');
    expect(reporting({ period: '2026' }).result).toMatchObject({
      refused: { params: { period: '2026', example: '2026-H2' } },
    });
  });

  it('refuses a period that has not begun, by the day in Asia/Shanghai', () => {
    reporting({ period: '2027-H1' }).refuses('period-not-begun');
    reporting({ period: '2026-H2' }, '2026-06-30T15:59:59.999Z').refuses('period-not-begun');
    expect(reporting({ period: '2026-H2' }, '2026-06-30T16:00:00.000Z').result).toHaveProperty('accepted');
  });

  it('refuses a period that ended before the approval', () => {
    reporting({ period: '2025-H2' }).refuses('period-before-approval');
  });

  it('refuses a second report of a period', () => {
    spec
      .given(started, reported)
      .when({ type: 'ReportProgress', report }, { actor: leadUnit, now })
      .refuses('period-already-reported');
  });

  it('refuses what the plan does not name, or what is named twice', () => {
    reporting({ milestones: [{ id: 'unknown', percent: 1 }] }).refuses('milestone-unknown');
    const twice = [
      { id: 'laboratory', percent: 1 },
      { id: 'laboratory', percent: 2 },
    ];
    reporting({ milestones: twice }).refuses('milestone-repeated');
    reporting({ spend: [{ source: 'lottery', amountFen: '1' }] }).refuses('source-unknown');
    const again = [
      { source: 'own-funds', amountFen: '1' },
      { source: 'own-funds', amountFen: '1' },
    ];
    reporting({ spend: again }).refuses('source-repeated');
  });

  it('refuses more researchers than staff', () => {
    reporting({ staff: { total: 3, researchers: 4 } }).refuses('researchers-exceed-staff');
  });
});

describe('correcting progress', () => {
  it('replaces the report, sums up the public money, and gives the reason', () => {
    const spend = [
      { source: 'own-funds', amountFen: '1' },
      { source: 'local-government', amountFen: '7' },
    ];
    correcting({ spend }).records({
      type: 'ProgressCorrected',
      data: { ...report, spend, publicSpendFen: '7', reason: '金额漏记' },
      evidence: [hash('c')],
    });
  });

  it('refuses a period that was not reported, and content a report could not have', () => {
    correcting({ period: '2026-H2' }).refuses('period-not-reported');
    correcting({ spend: [{ source: 'lottery', amountFen: '1' }] }).refuses('source-unknown');
    correcting({ milestones: [{ id: 'unknown', percent: 1 }] }).refuses('milestone-unknown');
    correcting({ staff: { total: 0, researchers: 1 } }).refuses('researchers-exceed-staff');
  });

  it('may still name a milestone the report named before the plan changed', () => {
    const changes = { milestones: [{ id: 'only', title: '全部', weight: 100, dueMonth: 24 }] };
    spec
      .given(started, reported, proposed(changes), adjustmentApproved(changes))
      .when({ type: 'CorrectProgress', report, reason: '人数有误' }, { actor: leadUnit, now })
      .records({
        type: 'ProgressCorrected',
        data: { ...report, publicSpendFen: '0', reason: '人数有误' },
        evidence: [hash('c')],
      });
  });

  it('counts a corrected period once', () => {
    const state = spec
      .given(started, reported, {
        type: 'ProgressCorrected',
        data: { ...report, spend: [{ source: 'own-funds', amountFen: '7' }], reason: '金额有误' },
      })
      .state();
    if (state.status === 'not-started') throw new Error('The project must have started.');
    expect(spentBySource(state.project)).toEqual([{ source: 'own-funds', amountFen: '7' }]);
  });
});

describe('sums over reports', () => {
  it('adds spend exactly, beyond what a double can hold', () => {
    const { project } = stateAfter(
      { period: '2026-H1', spend: [{ source: 'own-funds', amountFen: '9007199254740993' }] },
      { period: '2026-H2', spend: [{ source: 'own-funds', amountFen: '2' }] },
    );
    expect(spentBySource(project)).toEqual([{ source: 'own-funds', amountFen: '9007199254740995' }]);
  });

  it('takes the latest period for each milestone, in whatever order the periods were reported', () => {
    const { project } = stateAfter(
      { period: '2026-H2', milestones: [{ id: 'laboratory', percent: 70 }] },
      { period: '2026-H1', milestones: [{ id: 'laboratory', percent: 20 }] },
    );
    expect(latestMilestones(project)).toEqual([
      { id: 'laboratory', percent: 70 },
      { id: 'pilot-line', percent: 0 },
    ]);
  });

  it('weighs completion and rounds down', () => {
    const halfway = [
      { id: 'laboratory', percent: 33 },
      { id: 'pilot-line', percent: 99 },
    ];
    expect(weightedCompletion(start.milestones, halfway)).toBe(59);
    expect(weightedCompletion([], [])).toBe(0);
  });
});
