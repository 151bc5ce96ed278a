import type { Finding, Instant } from '@iic/event-sourcing';

/** Findings intake knows; the policy pack says how strongly each binds and where it comes from. */
export const findingCodes = [
  'chapter-missing',
  'summary-length',
  'summary-length-extreme',
  'attachment-kind-missing',
  'basic-condition-unproven',
  'field-missing',
  'name-missing',
  'entity-missing',
  'registration-outside-province',
  'registration-undertaking-missing',
  'not-independent-legal-entity',
  'hosting-unit-missing',
  'no-consortium',
  'participation-unconfirmed',
  'investment-missing',
  'milestones-missing',
  'construction-period-long',
  'competent-unit-conflict',
  'competent-unit-conflict-not-checked',
  'duplicate-application',
  'lead-unit-outdated',
  'contact-missing',
  'unchanged-since-return',
] as const;

export type FindingCode = (typeof findingCodes)[number];

/** Steps with a time limit. */
export type DueStep = 'preliminary-review' | 'formality-check' | 'supplement';

/** A time in which applications are taken, by its first and last day. */
export interface SubmissionWindow {
  readonly opens: string;
  readonly closes: string;
}

/** What intake needs of a policy pack. */
export interface ApplicationRules {
  /** The written chapters of the plan and the longest text each takes, in characters. */
  readonly chapters: readonly { readonly key: string; readonly cap: number }[];
  /** Length of the summary as Word counts it; bounds (inclusive) outside which it is remarked on. */
  readonly summary: {
    readonly chapter: string;
    readonly from: number;
    readonly to: number;
    readonly extremeBelow: number;
    readonly extremeAbove: number;
  };
  /** Kinds of attachment inside the manifest (1 to 4). */
  readonly attachmentKinds: readonly string[];
  readonly conditions: readonly string[];
  readonly contributionForms: readonly string[];
  readonly investmentSources: readonly string[];
  readonly legalForms: readonly { readonly code: string; readonly independent: boolean }[];
  readonly namePatterns: { readonly zh: RegExp; readonly en: RegExp };
  /** What the patterns look like to a person. */
  readonly nameForms: { readonly zh: string; readonly en: string };
  /** Months the construction should not exceed. */
  readonly constructionMonths: number;
  /** The finding of a rule, or nothing when the pack does not have the rule. */
  readonly findings: (
    code: FindingCode,
    params?: Readonly<Record<string, string | number>>,
  ) => readonly Finding[];
  /** Until when a step is due; `null` where the pack sets no limit. */
  readonly dueAt: (step: DueStep, from: Instant) => Instant | null;
  /** The window that bars a submission now; `null` when none does. A draft begun in time has its grace. */
  readonly closedWindow: (now: Instant, draftedAt: Instant) => SubmissionWindow | null;
}

/** The rules a case is under. Throws when the pack is not loaded. */
export type RulesOf = (policy: { readonly id: string; readonly hash: string }) => ApplicationRules;
