/** Every act in every status: what the table offers is decided, everything else is refused for the right reason. */
import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  actor,
  competentUnit,
  decider,
  handler,
  hash,
  histories,
  leadUnit,
  propose,
  report,
  reported,
  request,
} from '../../testing/index.ts';
import { type ActType, actors, availableActs } from './available-acts.ts';
import type { ProjectAct } from './commands.ts';
import type { ProjectStatus } from './state.ts';

const spec = deciderSpec(decider);
const now = '2028-09-01T01:00:00.000Z';

const acts = {
  ReportProgress: { type: 'ReportProgress', report: { ...report, period: '2026-H2' } },
  CorrectProgress: { type: 'CorrectProgress', report, reason: '数字有误' },
  ProposeAdjustment: propose,
  WithdrawAdjustment: { type: 'WithdrawAdjustment', number: 1, reason: '不再需要' },
  GiveAdjustmentOpinion: {
    type: 'GiveAdjustmentOpinion',
    number: 1,
    opinion: 'supports',
    text: '同意',
    documentHash: null,
  },
  ProposeAdjustmentDecision: { type: 'ProposeAdjustmentDecision', number: 1 },
  RequestAcceptance: request,
  ProposeRevocation: { type: 'ProposeRevocation', subjectHash: hash('1'), reason: '逾期未改进' },
} as const satisfies Record<ActType, ProjectAct>;

const people = { 'lead-unit': leadUnit, 'competent-unit': competentUnit, 'pdrc-handler': handler } as const;

const open = 'under-construction';
const refusals = {
  'not-started': () => 'project-not-started',
  'under-construction': (act) =>
    act === 'ProposeRevocation' ? 'rectification-not-expired' : 'no-open-adjustment',
  'adjustment-proposed': (act) =>
    act === 'ProposeRevocation' ? 'rectification-not-expired' : 'adjustment-already-open',
  'adjustment-decision-pending': (act) => {
    if (act === 'ProposeRevocation') return 'rectification-not-expired';
    const opens = act === 'ProposeAdjustment' || act === 'RequestAcceptance';
    return opens ? 'adjustment-already-open' : 'adjustment-with-pdrc';
  },
  'acceptance-requested': (act) =>
    afterConstruction(act, 'acceptance-under-way', 'rectification-not-expired'),
  'acceptance-decision-pending': (act) =>
    afterConstruction(act, 'acceptance-under-way', 'rectification-not-expired'),
  rectification: (act) => afterConstruction(act, open, 'rectification-not-expired'),
  'rectification-expired': (act) => afterConstruction(act, open, open),
  'revocation-decision-pending': (act) =>
    afterConstruction(act, 'revocation-already-proposed', 'revocation-already-proposed'),
  accepted: () => 'project-accepted',
  revoked: () => 'formation-approval-revoked',
} as const satisfies Record<ProjectStatus, (act: ActType) => string>;

function afterConstruction(act: ActType, acceptance: string, revocation: string): string {
  if (act === 'RequestAcceptance') return acceptance;
  if (act === 'ProposeRevocation') return revocation;
  return act === 'ProposeAdjustment' ? 'adjustment-after-acceptance-request' : 'no-open-adjustment';
}

const statuses = Object.keys(availableActs) as ProjectStatus[];
const actTypes = Object.keys(actors) as ActType[];

describe.each(statuses)('in status %s', (status) => {
  const history = status === 'not-started' ? [] : [...histories[status], reported];
  const offered: readonly ActType[] = availableActs[status];

  it('is the status its history leads to', () => {
    expect(spec.given(...histories[status]).state().status).toBe(status);
  });

  it.each(actTypes)('%s is decided exactly when the table offers it', (act) => {
    const decision = spec.given(...history).when(acts[act], { now, actor: people[actors[act]] });
    if (offered.includes(act)) expect(decision.result).toHaveProperty('accepted');
    else decision.refuses(refusals[status](act));
  });
});

describe('who may act', () => {
  const history = [...histories['rectification-expired'], reported];

  it.each(actTypes)('%s is refused to every other role', (act) => {
    for (const role of ['lead-unit', 'competent-unit', 'pdrc-handler', 'pdrc-decider', 'auditor']) {
      if (role === actors[act]) continue;
      spec
        .given(...history)
        .when(acts[act], { now, actor: actor(role, 'org-lead') })
        .refuses('role-may-not');
    }
  });

  it('keeps another lead unit and another competent unit out', () => {
    spec
      .given(...histories[open])
      .when(propose, { actor: actor('lead-unit', 'org-stranger') })
      .refuses('not-lead-unit-of-case');
    spec
      .given(...histories['adjustment-proposed'])
      .when(acts.GiveAdjustmentOpinion, { actor: actor('competent-unit', 'org-stranger') })
      .refuses('not-competent-unit-of-case');
  });
});
