import type { Line } from '../line.ts';
import { notice } from '../notices.ts';
import type { ImportedSection, PlanNotice } from '../plan-import.ts';
import { type Candidate, findCandidate } from './candidates.ts';
import { chooseHeadings } from './choose.ts';
import { headingReadings } from './heading-reading.ts';
import { plainText } from './plain-text.ts';
import type { PreparedChapter, PreparedOutline } from './prepared-outline.ts';
import { matchTitle } from './title-match.ts';

/** The sub-headings found in a chapter. */
export interface RecognisedSections {
  readonly sections: readonly ImportedSection[];
  readonly notices: readonly PlanNotice[];
}

/** Finds the sub-headings of a chapter in its lines; `lines` are those after the chapter's heading. */
export function recogniseSections(
  lines: readonly Line[],
  chapter: PreparedChapter,
  outline: PreparedOutline,
): RecognisedSections {
  const titles = chapter.sections.map((section) => section.title);
  const candidates = lines.flatMap((_, index) => findCandidate(lines, index, titles, 'section') ?? []);
  const { chosen } = chooseHeadings(candidates, titles.length);
  const sections = chosen.flatMap((heading, place) => {
    const section = readSection(lines, heading, chosen[place + 1]?.line ?? lines.length, chapter);
    return section ? [{ heading, section }] : [];
  });
  return {
    sections: sections.map(({ section }) => section),
    notices: [
      ...sections.flatMap(({ heading, section }) =>
        heading.closeness === 'loose'
          ? [notice('title-differs', { found: section.titleFound, expected: section.title })]
          : [],
      ),
      ...misplacedSections(lines, new Set(chosen.map((heading) => heading.line)), chapter, outline),
    ],
  };
}

function readSection(
  lines: readonly Line[],
  heading: Candidate,
  end: number,
  chapter: PreparedChapter,
): ImportedSection | undefined {
  const definition = chapter.sections[heading.target]?.definition;
  const { remainder } = heading.reading;
  const own = lines.slice(heading.line + 1, end).map((line) => line.text);
  return (
    definition && {
      key: definition.key,
      title: definition.title.zh,
      titleFound: heading.reading.heading,
      text: plainText(remainder === '' ? own : [remainder, ...own]),
    }
  );
}

/** Sub-headings of other chapters, numbered or styled as such and word for word. */
function misplacedSections(
  lines: readonly Line[],
  taken: ReadonlySet<number>,
  chapter: PreparedChapter,
  outline: PreparedOutline,
): readonly PlanNotice[] {
  const others = outline.chapters.filter((other) => other !== chapter);
  return lines.flatMap((line, index) => {
    const reading = taken.has(index)
      ? undefined
      : headingReadings(line).find((found) => found.remainder === '');
    if (
      !reading ||
      (reading.number.form === null && line.headingLevel === null && line.automaticLevel === null)
    ) {
      return [];
    }
    return others.flatMap((other) =>
      other.sections
        .filter((section) => matchTitle(reading.title, section.title, false) === 'exact')
        .map(({ definition }) =>
          notice('section-in-other-chapter', {
            title: definition.title.zh,
            expected: other.definition.title.zh,
            found: chapter.definition.title.zh,
          }),
        ),
    );
  });
}
