import type { Finding } from '@iic/event-sourcing';
import { findingsOf } from '../finding-rules.ts';
import type { PolicyPack } from '../policy-pack.ts';
import { keepsWithin, reaches } from './limits.ts';

/** The lengths between which nothing is said about a summary, rounded to whole words. */
export function summaryRange(pack: PolicyPack): { readonly from: number; readonly to: number } {
  const { summaryTarget, summaryTolerance } = pack.parameters;
  const margin = (summaryTarget.value * summaryTolerance.value) / 100;
  return { from: Math.ceil(summaryTarget.value - margin), to: Math.floor(summaryTarget.value + margin) };
}

/**
 * What the rules say about a summary of so many words, counted as Word counts: at most one finding, the
 * strongest. Params: `length`, `from`, `to`; for the cap `length`, `cap`.
 */
export function evaluateSummaryLength(pack: PolicyPack, length: number): readonly Finding[] {
  const { summaryTarget, summaryTolerance, summaryMinimum, summaryMaximum, summaryCap } = pack.parameters;
  if (!keepsWithin(length, summaryCap)) {
    return findingsOf(pack, 'summary-too-long', { length, cap: summaryCap.value });
  }
  if (!reaches(length, summaryMinimum) || !keepsWithin(length, summaryMaximum)) {
    return findingsOf(pack, 'summary-length-extreme', {
      length,
      from: summaryMinimum.value,
      to: summaryMaximum.value,
    });
  }
  const deviation = (Math.abs(length - summaryTarget.value) / summaryTarget.value) * 100;
  if (keepsWithin(deviation, summaryTolerance)) return [];
  return findingsOf(pack, 'summary-length', { length, ...summaryRange(pack) });
}

/** Chapters of the outline that are not there, in its order; the list of attachments is no text and not asked for. */
export function evaluateChapters(pack: PolicyPack, present: ReadonlySet<string>): readonly Finding[] {
  return pack.outline.chapters
    .filter(({ key, content }) => content === 'text' && !present.has(key))
    .flatMap(({ key }) => findingsOf(pack, 'chapter-missing', { chapter: key }));
}

/** Required kinds of attachment that are not there, in order; the commitment counts as one of them. */
export function evaluateAttachments(pack: PolicyPack, present: ReadonlySet<string>): readonly Finding[] {
  return pack.attachmentKinds
    .filter(({ code, required }) => required && !present.has(code))
    .flatMap(({ code }) => findingsOf(pack, 'attachment-kind-missing', { kind: code }));
}

/** Basic conditions without evidence, in order. */
export function evaluateConditions(pack: PolicyPack, proven: ReadonlySet<string>): readonly Finding[] {
  return pack.conditions
    .filter(({ code }) => !proven.has(code))
    .flatMap(({ code }) => findingsOf(pack, 'basic-condition-unproven', { condition: code }));
}
