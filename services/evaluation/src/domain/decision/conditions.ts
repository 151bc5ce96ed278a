import type { evaluationParts } from '@iic/contracts';
import type { Instant } from '@iic/event-sourcing';
import { dayOf } from '../calendar.ts';
import { type Denial, deny } from '../problems.ts';
import type { DecisionFile } from './state.ts';

/** Refuses conditions that could only be a slip: effective before the matter came up, or due in the past. */
export function wrongConditions(
  { newDueAt, effectiveDate }: evaluationParts.Conditions,
  { proposedAt }: DecisionFile,
  now: Instant,
): Denial | undefined {
  if (newDueAt !== undefined && newDueAt <= now) return deny('due-date-past', { params: { newDueAt } });
  const first = dayOf(proposedAt);
  return effectiveDate !== undefined && effectiveDate < first
    ? deny('effective-date-early', { params: { effectiveDate, first } })
    : undefined;
}
