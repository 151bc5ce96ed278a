import type { Line } from '../line.ts';
import { type HeadingReading, headingReadings } from './heading-reading.ts';
import { type Closeness, matchTitle, type PreparedTitle } from './title-match.ts';

/** A line that may be the heading of one of the titles sought. */
export interface Candidate {
  /** Index of the line. */
  readonly line: number;
  /** Index of the title. */
  readonly target: number;
  readonly closeness: Closeness;
  readonly reading: HeadingReading;
  /** Weight of the evidence; see {@link leastScore}. */
  readonly score: number;
}

/** What titles a candidate is sought for. */
export type HeadingLevel = 'chapter' | 'section';

/** Evidence a heading needs at least: the words of the title alone suffice. */
export const leastScore = 3;
/** Evidence that stands even against the order of the outline: the words together with number or style. */
export const strongScore = 6;

const closenessScore: Readonly<Record<Closeness, number>> = { exact: 4, typo: 3, loose: 1.5 };

/** The best reading of a line as one of the titles, or undefined. */
export function findCandidate(
  lines: readonly Line[],
  index: number,
  titles: readonly PreparedTitle[],
  level: HeadingLevel,
): Candidate | undefined {
  const line = lines[index];
  let best: Candidate | undefined;
  for (const reading of line === undefined ? [] : headingReadings(line)) {
    for (const [target, title] of titles.entries()) {
      const candidate = line && weigh(line, reading, target, title, level);
      if (candidate && candidate.score >= leastScore && candidate.score > (best?.score ?? 0)) {
        best = { ...candidate, line: index };
      }
    }
  }
  return best;
}

function weigh(
  line: Line,
  reading: HeadingReading,
  target: number,
  title: PreparedTitle,
  level: HeadingLevel,
): Omit<Candidate, 'line'> | undefined {
  const numbered = reading.number.ordinal === target + 1 && (level === 'section' || isChapterNumber(reading));
  const looksLikeHeading =
    numbered || line.headingLevel !== null || (line.automaticLevel !== null && reading.bold);
  if (
    reading.remainder !== '' &&
    reading.number.form === null &&
    line.headingLevel === null &&
    !reading.bold
  ) {
    return undefined;
  }
  const closeness = matchTitle(reading.title, title, looksLikeHeading);
  if (closeness === undefined) {
    return undefined;
  }
  const score =
    closenessScore[closeness] +
    (numbered ? 3 : numberPenalty(reading, level)) +
    styleScore(line, reading, level);
  return { target, closeness, reading, score };
}

function isChapterNumber(reading: HeadingReading): boolean {
  return reading.number.form !== null && reading.number.form !== 'multi-level';
}

/** A number that is not the outline's: people miscount chapters, but 1.2 or (3) is no chapter. */
function numberPenalty(reading: HeadingReading, level: HeadingLevel): number {
  if (level === 'section') {
    return reading.number.form === null ? 0 : 0.5;
  }
  switch (reading.number.form) {
    case null:
    case 'chinese':
    case 'chapter-word':
      return 0;
    case 'arabic':
      return -0.5;
    case 'multi-level':
      return -2;
    default:
      return -1;
  }
}

function styleScore(line: Line, reading: HeadingReading, level: HeadingLevel): number {
  return (
    outlineScore(line.headingLevel, level) +
    (line.automaticLevel === null || (level === 'chapter' && line.automaticLevel > 0) ? 0 : 1) +
    (reading.bold ? 0.5 : 0) +
    (line.centred ? 0.5 : 0)
  );
}

function outlineScore(headingLevel: number | null, level: HeadingLevel): number {
  if (headingLevel === null) {
    return 0;
  }
  if (level === 'chapter') {
    return headingLevel === 1 ? 3 : headingLevel === 2 ? 1 : 0;
  }
  return headingLevel > 1 ? 2 : 1;
}
