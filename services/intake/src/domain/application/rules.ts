import type { Finding, Instant } from '@iic/event-sourcing';
import {
  dayOf,
  dueAt,
  evaluateSummaryLength,
  type FindingCode,
  findingsOf,
  lastDayOf,
  type PolicyPack,
  textChapters,
} from '@iic/policy';

/** The pack a case is pinned to. Throws when it is not loaded. */
export type PackOf = (policy: { readonly id: string; readonly hash: string }) => PolicyPack;

/** Characters no chapter may exceed; a limit of the platform, not of any regulation. */
export const chapterCap = 200_000;

/** Findings intake makes; for each the lead unit may state a justification. */
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
  'member-is-affiliate',
  'member-affiliation-not-checked',
  'investment-missing',
  'milestones-missing',
  'construction-period-long',
  'competent-unit-conflict',
  'competent-unit-conflict-not-checked',
  'duplicate-application',
  'lead-unit-outdated',
  'contact-missing',
  'unchanged-since-return',
] as const satisfies readonly FindingCode[];

/** A finding that bars a submission under any pack: without the thing there is nothing to review. */
export function indispensable(pack: PolicyPack, code: FindingCode): readonly Finding[] {
  const findings = findingsOf(pack, code);
  return findings.some(({ strength }) => strength === 'hard')
    ? findings
    : [{ code, strength: 'hard', article: 'platform default', params: {} }];
}

/** Steps with a time limit. */
export type DueStep = 'preliminaryReviewPeriod' | 'formalityCheckPeriod' | 'supplementPeriod';

/** Until when a step is due. */
export function dueOf(pack: PolicyPack, step: DueStep, from: Instant): Instant {
  return dueAt(pack.parameters[step], from);
}

/** Keys of the chapters that are written. */
export function chapterKeys(pack: PolicyPack): readonly string[] {
  return textChapters(pack).map(({ key }) => key);
}

/** Kinds of attachment inside the manifest. */
export function manifestKinds(pack: PolicyPack): readonly string[] {
  return pack.attachmentKinds.filter(({ inManifest }) => inManifest).map(({ code }) => code);
}

/** The longest a chapter may be that is longer than it may be; `undefined` for one that is not. */
export function exceededCap(
  pack: PolicyPack,
  chapter: { readonly key: string; readonly length: number; readonly characters: number },
): number | undefined {
  if (chapter.characters > chapterCap) return chapterCap;
  if (chapter.key !== pack.outline.summaryChapter) return undefined;
  const tooLong = evaluateSummaryLength(pack, chapter.length).some(({ code }) => code === 'summary-too-long');
  return tooLong ? pack.parameters.summaryCap.value : undefined;
}

/** A time in which applications are taken, by its first and last day. */
export interface SubmissionWindow {
  readonly opens: string;
  readonly closes: string;
}

/**
 * The window that bars a submission now: the next one, or the last there was; `undefined` when none does.
 * A draft begun before a window closed may go on for its grace period.
 */
export function closedWindow(
  { windows }: PolicyPack,
  now: Instant,
  draftedAt: Instant,
): SubmissionWindow | undefined {
  const today = dayOf(now);
  const begun = dayOf(draftedAt);
  const isOpen = windows.some(
    ({ opens, closes, graceForDrafts }) =>
      opens <= today &&
      (today <= closes ||
        (graceForDrafts !== null && begun <= closes && today <= lastDayOf(graceForDrafts, closes))),
  );
  if (isOpen) return undefined;
  const barring = windows.find(({ opens }) => today < opens) ?? windows.at(-1);
  return barring && { opens: barring.opens, closes: barring.closes };
}
