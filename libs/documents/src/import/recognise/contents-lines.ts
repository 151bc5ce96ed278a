import type { Line } from '../line.ts';
import { plainForm, splitNumber } from './heading-number.ts';
import type { PreparedOutline } from './prepared-outline.ts';
import { matchTitle } from './title-match.ts';
import { titleText } from './title-text.ts';

/** What a line is when only its words are looked at. */
type Resemblance = { readonly chapter: number } | 'section' | 'other' | 'blank';

/** Titles in a row before they are taken for a typed table of contents. */
const leastRun = 3;
const longestEntry = 90;

/**
 * Lines of a table of contents: by style, by a page number behind a title, or as a run of bare titles most of which
 * come again further down.
 */
export function findContentsLines(lines: readonly Line[], outline: PreparedOutline): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (line.contents || isContentsTitle(line.text) || hasPageNumber(line.text, outline)) {
      found.add(index);
    }
  }
  const kinds = lines.map((line, index) => (found.has(index) ? 'blank' : resemblance(line, outline)));
  for (const index of bareContents(kinds)) {
    found.add(index);
  }
  return found;
}

function isContentsTitle(text: string): boolean {
  return text.length < 20 && /^(?:目录|目次|contents|tableofcontents)$/.test(titleText(text));
}

function hasPageNumber(text: string, outline: PreparedOutline): boolean {
  if (text.length > longestEntry * 2) {
    return false;
  }
  const match = /^(.*?[^\d\s.·_\-—⋯])([\s.·_\-—⋯]*)[([-]?\s*(?:\d{1,3}|[ivxlc]{1,5})\s*[)\]-]?$/is.exec(
    plainForm(text),
  );
  const [, entry = '', leader = ''] = match ?? [];
  if (entry === '' || entry.length > longestEntry) {
    return false;
  }
  // A right-aligned tab may leave no trace between title and page; 附件1 alone is a heading of its own.
  const parted = /\t|\s{2}|[.·_\-—⋯]/.test(leader) || splitNumber(entry).form !== null;
  return parted && resemblanceOf(entry, outline) !== 'other';
}

function resemblance(line: Line, outline: PreparedOutline): Resemblance {
  if (line.text.trim() === '') {
    return 'blank';
  }
  return line.tableRow || line.text.length > longestEntry ? 'other' : resemblanceOf(line.text, outline);
}

function resemblanceOf(text: string, outline: PreparedOutline): Resemblance {
  const title = titleText(splitNumber(text).rest);
  const chapter = outline.chapters.findIndex((entry) => matchTitle(title, entry.title, false));
  if (chapter >= 0) {
    return { chapter };
  }
  const isSection = outline.chapters.some((entry) =>
    entry.sections.some((section) => matchTitle(title, section.title, false)),
  );
  return isSection ? 'section' : 'other';
}

function bareContents(kinds: readonly Resemblance[]): readonly number[] {
  const lastPlace = lastPlaces(kinds);
  let run: number[] = [];
  let chapters: number[] = [];
  const found: number[] = [];
  const close = (end: number) => {
    const again = chapters.filter((chapter) => (lastPlace.get(chapter) ?? -1) >= end).length;
    if (chapters.length >= leastRun && again * 2 >= chapters.length) {
      found.push(...run);
    }
    run = [];
    chapters = [];
  };
  for (const [index, kind] of kinds.entries()) {
    if (kind === 'blank') {
      continue;
    }
    if (kind === 'other' || (typeof kind === 'object' && kind.chapter <= (chapters.at(-1) ?? -1))) {
      close(index);
    }
    if (kind !== 'other') {
      run.push(index);
    }
    if (typeof kind === 'object') {
      chapters.push(kind.chapter);
    }
  }
  return found;
}

function lastPlaces(kinds: readonly Resemblance[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (const [index, kind] of kinds.entries()) {
    if (typeof kind === 'object') {
      places.set(kind.chapter, index);
    }
  }
  return places;
}
