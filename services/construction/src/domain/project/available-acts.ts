import type { Actor } from '@iic/event-sourcing';
import type { ProjectAct } from './commands.ts';
import { type Denied, deny } from './refuse.ts';
import type { ProjectStatus, StartedState } from './state.ts';

export type ActType = ProjectAct['type'];

/** What may be done in each status. */
export const availableActs = {
  'not-started': [],
  'under-construction': ['ReportProgress', 'CorrectProgress', 'ProposeAdjustment', 'RequestAcceptance'],
  'adjustment-proposed': [
    'ReportProgress',
    'CorrectProgress',
    'GiveAdjustmentOpinion',
    'ProposeAdjustmentDecision',
    'WithdrawAdjustment',
  ],
  'adjustment-decision-pending': ['ReportProgress', 'CorrectProgress'],
  'acceptance-requested': ['ReportProgress', 'CorrectProgress'],
  'acceptance-decision-pending': ['ReportProgress', 'CorrectProgress'],
  rectification: ['ReportProgress', 'CorrectProgress', 'RequestAcceptance'],
  'rectification-expired': ['ReportProgress', 'CorrectProgress', 'RequestAcceptance', 'ProposeRevocation'],
  'revocation-decision-pending': ['ReportProgress', 'CorrectProgress'],
  accepted: [],
  revoked: [],
} as const satisfies Record<ProjectStatus, readonly ActType[]>;

/** Who does each act. */
export const actors = {
  ReportProgress: 'lead-unit',
  CorrectProgress: 'lead-unit',
  ProposeAdjustment: 'lead-unit',
  WithdrawAdjustment: 'lead-unit',
  GiveAdjustmentOpinion: 'competent-unit',
  ProposeAdjustmentDecision: 'pdrc-handler',
  RequestAcceptance: 'lead-unit',
  ProposeRevocation: 'pdrc-handler',
} as const satisfies Record<ActType, string>;

/** Why this actor may not do this now; undefined when it may. */
export function barredFrom(act: ActType, state: StartedState, actor: Actor): Denied | undefined {
  return wrongActor(act, state, actor) ?? (isAvailable(act, state.status) ? undefined : notNow(act, state));
}

function isAvailable(act: ActType, status: ProjectStatus): boolean {
  const available: readonly ActType[] = availableActs[status];
  return available.includes(act);
}

function wrongActor(act: ActType, { project }: StartedState, actor: Actor): Denied | undefined {
  const role = actors[act];
  if (actor.role !== role) return deny('role-may-not', { params: { role } });
  if (role === 'lead-unit' && actor.organisation !== project.leadUnit) return deny('not-lead-unit-of-case');
  if (role === 'competent-unit' && actor.organisation !== project.competentUnit) {
    return deny('not-competent-unit-of-case');
  }
  return undefined;
}

/** Says why an act is not available in this status. */
export function notNow(act: ActType, state: StartedState): Denied {
  if (state.status === 'accepted') return deny('project-accepted');
  if (state.status === 'revoked') return deny('formation-approval-revoked');
  switch (act) {
    case 'ProposeAdjustment':
      return 'adjustment' in state ? adjustmentOpen(state) : deny('adjustment-after-acceptance-request');
    case 'WithdrawAdjustment':
    case 'GiveAdjustmentOpinion':
    case 'ProposeAdjustmentDecision':
      return deny('adjustment' in state ? 'adjustment-with-pdrc' : 'no-open-adjustment');
    case 'RequestAcceptance':
      return acceptanceBarred(state);
    default:
      return deny(
        state.status === 'revocation-decision-pending'
          ? 'revocation-already-proposed'
          : 'rectification-not-expired',
      );
  }
}

function acceptanceBarred(state: StartedState): Denied {
  if ('adjustment' in state) return adjustmentOpen(state);
  if ('request' in state) return deny('acceptance-under-way', { params: { round: state.request.round } });
  return deny('revocation-already-proposed');
}

function adjustmentOpen({ adjustment }: { readonly adjustment: { readonly number: number } }): Denied {
  return deny('adjustment-already-open', { params: { number: adjustment.number } });
}
