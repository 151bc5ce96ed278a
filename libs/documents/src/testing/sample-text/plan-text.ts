import type { SampleChapterKey } from '../sample-outline.ts';
import { attachmentsText, basisText, constructionText, organisationText, otherText } from './delivery.ts';
import { conditionsText, goalsText } from './direction.ts';
import { summaryText } from './summary.ts';

/** Paragraphs of each chapter: one list for a chapter without sub-headings, otherwise one for each of them. */
export const planText: Readonly<Record<SampleChapterKey, readonly (readonly string[])[]>> = {
  summary: [summaryText],
  background: basisText,
  consortium: conditionsText,
  goals: goalsText,
  organisation: organisationText,
  construction: constructionText,
  other: otherText,
  attachments: attachmentsText,
};
