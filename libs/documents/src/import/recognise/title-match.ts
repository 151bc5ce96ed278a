import type { OutlineTitle } from '../plan-outline.ts';
import { commonLength, editDistance } from './similarity.ts';
import { titleText, withoutTheCenter } from './title-text.ts';

/** `exact` after normalisation, `typo` within a small edit distance, `loose` when much of the title is there. */
export type Closeness = 'exact' | 'typo' | 'loose';

/** A title prepared for comparison with many headings. */
export interface PreparedTitle {
  readonly wordings: readonly string[];
  /** Wordings without the center; only of titles that mention it. */
  readonly centerless: readonly string[];
}

/** Longest heading considered, in characters that count. */
export const longestHeading = 48;

/** Prepares a title of the outline with its aliases. */
export function prepareTitle(title: OutlineTitle): PreparedTitle {
  const wordings = [title.zh, ...(title.aliases ?? [])].map(titleText);
  const centerless = wordings.filter((wording) => wording.includes('产业创新中心')).map(withoutTheCenter);
  return { wordings, centerless: centerless.filter((wording) => wording.length > 1) };
}

/**
 * How close a heading (as {@link titleText} gives it) comes to a title; undefined when it does not. `loose` is tried
 * only where asked for.
 */
export function matchTitle(
  heading: string,
  title: PreparedTitle,
  allowLoose: boolean,
): Closeness | undefined {
  if (heading.length < 2 || heading.length > longestHeading) {
    return undefined;
  }
  const own = withoutTheCenter(heading);
  const found = [
    ...title.wordings.map((wording) => compare(heading, wording, allowLoose)),
    ...title.centerless.map((wording) => compare(own, wording, allowLoose)),
  ];
  return (['exact', 'typo', 'loose'] as const).find((closeness) => found.includes(closeness));
}

function compare(heading: string, wording: string, allowLoose: boolean): Closeness | undefined {
  if (heading === wording) {
    return 'exact';
  }
  const tolerance = toleratedEdits(wording.length);
  if (tolerance > 0 && editDistance(heading, wording, tolerance) <= tolerance) {
    return 'typo';
  }
  return allowLoose && isLoose(heading, wording) ? 'loose' : undefined;
}

/** One edit in four characters, at most three; titles of up to three characters must be right. */
function toleratedEdits(length: number): number {
  return Math.min(3, Math.floor(length / 4));
}

function isLoose(heading: string, wording: string): boolean {
  if (heading.includes(wording)) {
    return heading.length <= wording.length + 12;
  }
  if (heading.length >= 4 && wording.includes(heading)) {
    return heading.length * 5 >= wording.length * 2;
  }
  return (
    wording.length >= 6 &&
    heading.length <= wording.length * 2 &&
    commonLength(heading, wording) * 5 >= wording.length * 3
  );
}
