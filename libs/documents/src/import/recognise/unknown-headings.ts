import type { Line } from '../line.ts';
import { notice } from '../notices.ts';
import type { PlanNotice } from '../plan-import.ts';
import type { Candidate } from './candidates.ts';
import { type NumberForm, splitNumber } from './heading-number.ts';
import type { PreparedOutline } from './prepared-outline.ts';

const longestTitle = 40;
/** Forms that mark chapters clearly; 1. and (1) also number points within the text. */
const chapterForms: readonly (NumberForm | null)[] = ['chinese', 'chapter-word'];

/**
 * Headings that look like the chapters found, but that the outline does not know: of the same outline level, or
 * numbered in the same form and next in count.
 */
export function findUnknownHeadings(
  lines: readonly Line[],
  chosen: readonly Candidate[],
  outline: PreparedOutline,
): readonly PlanNotice[] {
  const level = mostCommon(chosen.map((heading) => lines[heading.line]?.headingLevel ?? null));
  const form = mostCommon(chosen.map((heading) => heading.reading.number.form));
  const found: PlanNotice[] = [];
  let place = -1;
  let ordinal: number | null = null;
  for (const [index, line] of lines.entries()) {
    const next = chosen[place + 1];
    if (next?.line === index) {
      place += 1;
      ordinal = next.reading.number.ordinal;
      continue;
    }
    const current = chosen[place];
    if (!current || !isTitleLike(line)) {
      continue;
    }
    const number = splitNumber(line.text);
    const counted = chapterForms.includes(form) && number.form === form && follows(number.ordinal, ordinal);
    if (counted || (level !== null && line.headingLevel === level)) {
      ordinal = counted ? number.ordinal : ordinal;
      const chapter = outline.chapters[current.target]?.definition.title.zh ?? '';
      found.push(notice('chapter-unknown', { found: line.text.trim(), chapter }));
    }
  }
  return found;
}

function isTitleLike(line: Line): boolean {
  const text = line.text.trim();
  return !line.tableRow && text !== '' && text.length <= longestTitle && !/[。；;，,]$/.test(text);
}

function follows(ordinal: number | null, previous: number | null): boolean {
  return ordinal !== null && previous !== null && ordinal === previous + 1;
}

/** The value held by more than half, or null. */
function mostCommon<Value>(values: readonly (Value | null)[]): Value | null {
  return values.find((value) => values.filter((other) => other === value).length * 2 > values.length) ?? null;
}
