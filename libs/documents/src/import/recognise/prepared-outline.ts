import type { OutlineChapter, OutlineSection, PlanOutline } from '../plan-outline.ts';
import { type PreparedTitle, prepareTitle } from './title-match.ts';

/** An outline with its titles ready for comparison. */
export interface PreparedOutline {
  readonly article: string;
  readonly chapters: readonly PreparedChapter[];
}

export interface PreparedChapter {
  readonly definition: OutlineChapter;
  readonly title: PreparedTitle;
  readonly sections: readonly PreparedSection[];
}

export interface PreparedSection {
  readonly definition: OutlineSection;
  readonly title: PreparedTitle;
}

/** Prepares an outline once for a whole document. */
export function prepareOutline(outline: PlanOutline): PreparedOutline {
  return {
    article: outline.article,
    chapters: outline.chapters.map((chapter) => ({
      definition: chapter,
      title: prepareTitle(chapter.title),
      sections: (chapter.sections ?? []).map((section) => ({
        definition: section,
        title: prepareTitle(section.title),
      })),
    })),
  };
}
