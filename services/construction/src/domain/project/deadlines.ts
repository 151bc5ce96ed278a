import type { Deadline, DeadlineChange, Instant } from '@iic/event-sourcing';
import type { DeadlineKind } from './commands.ts';
import type { ProjectEvent } from './events.ts';
import { type ConstructionRules, daysBefore } from './rules.ts';

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
export function deadlineChanges(
  caseId: string,
  event: ProjectEvent,
  rules: ConstructionRules,
): readonly DeadlineChange[] {
  switch (event.type) {
    case 'ProjectStarted':
    case 'AdjustmentApproved':
      return construction(caseId, event.data.dueAt, rules);
    case 'RectificationOrdered':
      return rectification(caseId, event.data.dueAt, rules);
    case 'AcceptanceReviewWithdrawn':
      // What fired while the review ran had no effect, so the end has to fire again.
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

function construction(caseId: string, dueAt: Instant, rules: ConstructionRules): readonly DeadlineChange[] {
  return [
    schedule(caseId, 'construction-period-approaching', daysBefore(dueAt, rules.approachDays)),
    schedule(caseId, 'construction-period', dueAt),
  ];
}

function rectification(caseId: string, dueAt: Instant, rules: ConstructionRules): readonly DeadlineChange[] {
  return [
    schedule(caseId, 'rectification-period-approaching', daysBefore(dueAt, rules.rectificationApproachDays)),
    schedule(caseId, 'rectification-period', dueAt),
  ];
}

function schedule(caseId: string, kind: DeadlineKind, dueAt: Instant): DeadlineChange {
  const deadline: Deadline = { id: deadlineId(caseId, kind), dueAt, kind, aggregateId: caseId };
  return { schedule: deadline };
}

function deadlineId(caseId: string, kind: DeadlineKind): string {
  return `project-${caseId}-${kind}`;
}
