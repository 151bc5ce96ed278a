import type { Deadline, DeadlineChange, Instant } from '@iic/event-sourcing';
import type { DeadlineKind } from './commands.ts';
import type { ProjectEvent } from './events.ts';

const kinds: readonly DeadlineKind[] = [
  'construction-period-approaching',
  'construction-period',
  'rectification-period-approaching',
  'rectification-period',
];

/** Whether a deadline is one of a construction project. */
export function isProjectDeadline(kind: string): kind is DeadlineKind {
  return kinds.some((known) => known === kind);
}

/** What an event does to the deadlines of its project. */
export function deadlineChanges(caseId: string, event: ProjectEvent): readonly DeadlineChange[] {
  switch (event.type) {
    case 'ProjectStarted':
    case 'AdjustmentApproved':
      return [
        schedule(caseId, 'construction-period-approaching', event.data.warnAt),
        schedule(caseId, 'construction-period', event.data.dueAt),
      ];
    case 'RectificationOrdered':
      return [
        schedule(caseId, 'rectification-period-approaching', event.data.warnAt),
        schedule(caseId, 'rectification-period', event.data.dueAt),
      ];
    case 'AcceptanceReviewWithdrawn':
      // What fired while the review ran had no effect, so the end has to fire again; a warning that was missed
      // is recorded with the withdrawal itself.
      return [
        schedule(caseId, 'construction-period', event.data.dueAt),
        schedule(caseId, 'rectification-period', event.data.dueAt),
      ];
    case 'AcceptancePassed':
    case 'FormationApprovalRevoked':
      return kinds.map((kind) => ({ cancel: deadlineId(caseId, kind) }));
    default:
      return [];
  }
}

function schedule(caseId: string, kind: DeadlineKind, dueAt: Instant): DeadlineChange {
  const deadline: Deadline = { id: deadlineId(caseId, kind), dueAt, kind, aggregateId: caseId };
  return { schedule: deadline };
}

function deadlineId(caseId: string, kind: DeadlineKind): string {
  return `project-${caseId}-${kind}`;
}
