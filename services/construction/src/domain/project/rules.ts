import type { Instant, Strength } from '@iic/event-sourcing';

/** A completion below which acceptance is doubtful. */
export interface CompletionThreshold {
  readonly code: string;
  readonly percent: number;
  /** Whether the bound itself is still enough. */
  readonly inclusive: boolean;
  readonly strength: Strength;
  readonly article: string;
}

/** A limit on something, with how strongly it binds and where it comes from. */
export interface Limit {
  readonly value: number;
  readonly strength: Strength;
  readonly article: string;
}

/** What a policy pack says about construction and acceptance. */
export interface ConstructionRules {
  /** Length of a reporting period in months: 1, 3, 6 or 12. */
  readonly reportingMonths: number;
  /** Longest construction period in months before it needs a justification (Art. 16: generally two years). */
  readonly constructionMonths: Limit;
  /** Days before the end of the construction period at which its approach is recorded. */
  readonly approachDays: number;
  readonly extensionMonths: Limit;
  readonly extensionTimes: Limit;
  /** Days before the end of a rectification period at which its approach is recorded. */
  readonly rectificationApproachDays: number;
  /** Length of a rectification period where the decision names none. */
  readonly rectificationMonths: number;
  readonly completion: readonly CompletionThreshold[];
  /** How strongly "generally an independent legal entity" (Art. 6) binds. */
  readonly independentEntity: { readonly strength: Strength; readonly article: string };
}

/** Finds the rules of the pack a case is pinned to. */
export type RulesOf = (policy: { readonly id: string; readonly hash: string }) => ConstructionRules;

/** The instant so many days before an end. */
export function daysBefore(dueAt: Instant, days: number): Instant {
  return new Date(Date.parse(dueAt) - days * 86_400_000).toISOString();
}
