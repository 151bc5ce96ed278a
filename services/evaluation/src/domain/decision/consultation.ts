import { accept, type DecisionContext, type DecisionResult } from '@iic/event-sourcing';
import { deny } from '../problems.ts';
import type { DecisionAct } from './commands.ts';
import type { DecisionEvent } from './events.ts';
import type { OpenDecision, PreparedDecision } from './state.ts';

type Result = DecisionResult<DecisionEvent>;
type Undecided = OpenDecision | PreparedDecision;

/** What a department may say. */
export const positions = ['agree', 'agree-with-remarks', 'disagree'] as const;

export function requestDepartmentOpinion(
  { department, question }: DecisionAct<'RequestDepartmentOpinion'>,
  state: Undecided,
): Result {
  if (statusOf(state, department) === 'asked') return deny('department-asked', { params: { department } });
  return accept<DecisionEvent>({ type: 'DepartmentOpinionRequested', data: { department, question } });
}

export function recordDepartmentOpinion(
  { department, position, text, documentHash }: DecisionAct<'RecordDepartmentOpinion'>,
  state: Undecided,
  { actor }: DecisionContext,
): Result {
  if (actor.role === 'department' && actor.organisation !== department) return deny('not-your-department');
  if (statusOf(state, department) !== 'asked')
    return deny('department-not-asked', { params: { department } });
  const allowed: readonly string[] = positions;
  if (!allowed.includes(position))
    return deny('position-unknown', { params: { position, allowed: allowed.join(', ') } });
  return accept<DecisionEvent>({
    type: 'DepartmentOpinionRecorded',
    data: { department, position, text, documentHash },
    ...(documentHash === null ? {} : { evidence: [documentHash] }),
  });
}

export function waiveDepartmentOpinion(
  { department, reason }: DecisionAct<'WaiveDepartmentOpinion'>,
  state: Undecided,
): Result {
  if (statusOf(state, department) !== 'asked')
    return deny('department-not-asked', { params: { department } });
  return accept<DecisionEvent>({ type: 'DepartmentOpinionWaived', data: { department, reason } });
}

/** Departments whose answer is still awaited. */
export function outstanding({ departments }: Undecided): readonly string[] {
  return departments.filter(({ status }) => status === 'asked').map(({ department }) => department);
}

function statusOf({ departments }: Undecided, department: string) {
  return departments.find((one) => one.department === department)?.status;
}
