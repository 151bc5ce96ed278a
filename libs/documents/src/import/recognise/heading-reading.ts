import type { Line } from '../line.ts';
import { type NumberedHeading, splitNumber } from './heading-number.ts';
import { longestHeading } from './title-match.ts';
import { titleText } from './title-text.ts';

/** One way to take a line for a heading, possibly with text of the body behind it. */
export interface HeadingReading {
  /** The heading as written. */
  readonly heading: string;
  /** What follows in the same line; empty when the line is a heading only. */
  readonly remainder: string;
  readonly number: NumberedHeading;
  /** The heading in comparable form, without its number. */
  readonly title: string;
  /** All of the heading is bold. */
  readonly bold: boolean;
}

/** Longest line taken for a heading, and longest heading in front of text, in characters as written. */
const longestLine = 90;

/** All ways to take a line for a heading: the whole line, and the part before a colon, full stop or wide gap. */
export function headingReadings(line: Line): readonly HeadingReading[] {
  if (line.tableRow || line.text.trim() === '') {
    return [];
  }
  const whole = line.text.length <= longestLine ? [reading(line, line.text.length, line.text.length)] : [];
  const separators = [...line.text.slice(0, longestLine).matchAll(/[:：。]|\s{2,}|\t|——?/g)];
  const runIn = separators.map((match) => reading(line, match.index, match.index + match[0].length));
  return [...whole, ...runIn.filter((found) => found.remainder !== '')].filter(
    (found) => found.title.length > 1 && found.title.length <= longestHeading,
  );
}

function reading(line: Line, end: number, resume: number): HeadingReading {
  const written = line.text.slice(0, end);
  const number = splitNumber(written);
  return {
    heading: written.trim(),
    remainder: line.text.slice(resume).trim(),
    number,
    title: titleText(number.rest),
    bold: line.boldLead >= written.trimEnd().length,
  };
}
