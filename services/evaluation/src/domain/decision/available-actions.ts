import type { DecisionActType } from './commands.ts';
import type { DecisionState, DecisionStatus } from './state.ts';

const answers = ['RecordDepartmentOpinion', 'WaiveDepartmentOpinion'] as const;
const changing = ['ProposeChange', 'ReturnChange', 'ApproveChange'] as const;

/** What people may do in each status. */
export const decisionActions = {
  none: [],
  open: ['RequestDepartmentOpinion', ...answers, 'PrepareDecision'],
  prepared: [...answers, 'PrepareDecision', 'ReturnPreparation', 'ApproveDecision'],
  taken: changing,
  suspended: changing,
  annulled: [],
  void: [],
} as const satisfies Record<DecisionStatus, readonly DecisionActType[]>;

/** Roles that do each act; a department answers for itself, or a handler enters its paper. */
export const decisionActors = {
  RequestDepartmentOpinion: ['pdrc-handler'],
  RecordDepartmentOpinion: ['department', 'pdrc-handler'],
  WaiveDepartmentOpinion: ['pdrc-handler'],
  PrepareDecision: ['pdrc-handler'],
  ReturnPreparation: ['pdrc-decider'],
  ApproveDecision: ['pdrc-decider'],
  ProposeChange: ['pdrc-handler'],
  ReturnChange: ['pdrc-decider'],
  ApproveChange: ['pdrc-decider'],
} as const satisfies Record<DecisionActType, readonly string[]>;

type StatusFor<Act extends DecisionActType> = {
  [Status in DecisionStatus]: Act extends (typeof decisionActions)[Status][number] ? Status : never;
}[DecisionStatus];

/** The states an act is possible in. */
export type StateFor<Act extends DecisionActType> = Extract<DecisionState, { status: StatusFor<Act> }>;

/** Whether an act is possible in this state. */
export function isPossible<Act extends DecisionActType>(
  act: Act,
  state: DecisionState,
): state is StateFor<Act> {
  const possible: readonly DecisionActType[] = decisionActions[state.status];
  return possible.includes(act);
}
