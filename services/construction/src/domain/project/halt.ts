import { accept, type DecisionResult } from '@iic/event-sourcing';
import type { RecordApprovalChange } from './commands.ts';
import type { ProjectEvent } from './events.ts';
import { type Denied, deny } from './refuse.ts';
import type { ProjectState, StartedState } from './state.ts';

/**
 * Follows what became of the decision that the project rests on. Changes of its other decisions, and of one that led
 * to a final status, have no consequence here.
 */
export function recordApprovalChange(
  { decisionId, change }: RecordApprovalChange,
  state: ProjectState,
): DecisionResult<ProjectEvent> {
  if (state.status === 'not-started' || state.status === 'accepted' || state.status === 'revoked')
    return accept();
  const { approval, halted } = state.project;
  // What is annulled stays so.
  if (decisionId !== approval || halted?.annulled === true) return accept();
  switch (change) {
    case 'suspended':
    case 'annulled':
      return accept({ type: 'ProjectHalted', data: { decisionId, annulled: change === 'annulled' } });
    case 'resumed':
      return halted === null ? accept() : accept({ type: 'ProjectResumed', data: { decisionId } });
    default:
      return change satisfies never;
  }
}

/** Why nothing may be done while the approval has no effect; undefined when it has. */
export function haltedBy({ project }: StartedState): Denied | undefined {
  if (project.halted === null) return undefined;
  const params = { decision: project.approval };
  return deny(project.halted.annulled ? 'approval-annulled' : 'approval-suspended', { params });
}
