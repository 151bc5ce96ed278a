import type { Line } from '../line.ts';
import { notice } from '../notices.ts';
import type { ImportedChapter, MissingPart, PlanImport, PlanNotice } from '../plan-import.ts';
import type { PlanOutline } from '../plan-outline.ts';
import { type Candidate, findCandidate, strongScore } from './candidates.ts';
import { type Choice, chooseHeadings } from './choose.ts';
import { findContentsLines } from './contents-lines.ts';
import { plainText } from './plain-text.ts';
import { type PreparedChapter, type PreparedOutline, prepareOutline } from './prepared-outline.ts';
import { recogniseSections } from './recognise-sections.ts';
import { matchTitle } from './title-match.ts';
import { findUnknownHeadings } from './unknown-headings.ts';

/** What the lines of a plan alone tell; the marks of a review come from the file. */
export type RecognisedPlan = Omit<PlanImport, 'review'>;

/** Characters behind a chapter heading that make it more than an entry of a list. */
const bodyLength = 100;

/** Finds the chapters and sub-headings of an outline in the lines of a plan. */
export function recognisePlan(lines: readonly Line[], outline: PlanOutline): RecognisedPlan {
  const prepared = prepareOutline(outline);
  const contents = findContentsLines(lines, prepared);
  const body = lines.filter((_, index) => !contents.has(index));
  const candidates = chapterCandidates(body, prepared);
  const choice = chooseHeadings(candidates, prepared.chapters.length);
  const parts = choice.chosen.map((heading, place) =>
    readChapter(body, heading, choice.chosen[place + 1]?.line ?? body.length, prepared),
  );
  const first = choice.chosen[0]?.line ?? body.length;
  return {
    chapters: inOutlineOrder(
      parts.map((part) => part.chapter),
      prepared,
    ),
    missing: missingParts(
      parts.map((part) => part.chapter),
      prepared,
    ),
    preamble: plainText(body.slice(0, first).map((line) => line.text)),
    notices: [
      ...(choice.chosen.length === 0 ? [notice('no-chapter-recognised')] : []),
      ...headingNotices(choice, candidates, prepared),
      ...findUnknownHeadings(body, choice.chosen, prepared),
      ...parts.flatMap((part) => part.notices),
    ],
  };
}

function chapterCandidates(lines: readonly Line[], outline: PreparedOutline): readonly Candidate[] {
  const titles = outline.chapters.map((chapter) => chapter.title);
  const found = lines.flatMap((_, index) => {
    const candidate = findCandidate(lines, index, titles, 'chapter');
    return candidate && !(candidate.closeness === 'loose' && isSection(candidate, outline))
      ? [candidate]
      : [];
  });
  return found.map((candidate, place) => {
    const end = found[place + 1]?.line ?? lines.length;
    const following = lines.slice(candidate.line + 1, Math.min(end, candidate.line + 1 + bodyLength));
    const length = following.reduce(
      (total, line) => total + line.text.length,
      candidate.reading.remainder.length,
    );
    return length >= bodyLength ? { ...candidate, score: candidate.score + 1 } : candidate;
  });
}

function isSection(candidate: Candidate, outline: PreparedOutline): boolean {
  return outline.chapters.some((chapter) =>
    chapter.sections.some((section) => matchTitle(candidate.reading.title, section.title, false)),
  );
}

interface ChapterPart {
  readonly chapter: ImportedChapter;
  readonly notices: readonly PlanNotice[];
}

function readChapter(
  lines: readonly Line[],
  heading: Candidate,
  end: number,
  outline: PreparedOutline,
): ChapterPart {
  const { key, title, prepared } = chapterAt(outline, heading.target);
  const { remainder } = heading.reading;
  const own = lines.slice(heading.line + 1, end);
  const { sections, notices } = recogniseSections(own, prepared, outline);
  const text = plainText([...(remainder === '' ? [] : [remainder]), ...own.map((line) => line.text)]);
  return {
    chapter: { key, title, titleFound: heading.reading.heading, text, sections },
    notices: text === '' ? [...notices, notice('chapter-empty', { title })] : notices,
  };
}

function chapterAt(
  outline: PreparedOutline,
  target: number,
): { readonly key: string; readonly title: string; readonly prepared: PreparedChapter } {
  const prepared = outline.chapters[target];
  if (prepared === undefined) {
    throw new RangeError(`The outline has no chapter ${target}.`);
  }
  return { key: prepared.definition.key, title: prepared.definition.title.zh, prepared };
}

function inOutlineOrder(
  chapters: readonly ImportedChapter[],
  outline: PreparedOutline,
): readonly ImportedChapter[] {
  return outline.chapters.flatMap(({ definition }) =>
    chapters.filter((chapter) => chapter.key === definition.key),
  );
}

function missingParts(
  chapters: readonly ImportedChapter[],
  outline: PreparedOutline,
): readonly MissingPart[] {
  return outline.chapters.flatMap(({ definition, sections }) => {
    const found = chapters.find((chapter) => chapter.key === definition.key);
    const part = { chapter: definition.key, article: outline.article };
    if (!found) {
      return [{ ...part, title: definition.title.zh }];
    }
    const keys = new Set(found.sections.map((section) => section.key));
    return sections
      .filter((section) => !keys.has(section.definition.key))
      .map(({ definition: { key, title } }) => ({ ...part, section: key, title: title.zh }));
  });
}

function headingNotices(
  { chosen, outOfOrder }: Choice,
  candidates: readonly Candidate[],
  outline: PreparedOutline,
): readonly PlanNotice[] {
  return chosen.flatMap((heading) => {
    const { title } = chapterAt(outline, heading.target);
    const repeated = candidates.some(
      (other) =>
        other.target === heading.target &&
        other.line > (chosen[0]?.line ?? 0) &&
        other !== heading &&
        other.score >= strongScore,
    );
    return [
      ...(heading.closeness === 'loose'
        ? [notice('title-differs', { found: heading.reading.heading, expected: title })]
        : []),
      ...(outOfOrder.has(heading.target) ? [notice('chapter-out-of-order', { title })] : []),
      ...(repeated ? [notice('chapter-repeated', { title })] : []),
    ];
  });
}
