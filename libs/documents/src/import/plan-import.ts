/** What a DOCX formation plan was found to hold. */
export interface PlanImport {
  /** Chapters found, in the order of the outline. */
  readonly chapters: readonly ImportedChapter[];
  /** Chapters and sub-headings of the outline that were not found. */
  readonly missing: readonly MissingPart[];
  /** Text before the first chapter (cover, foreword) that belongs to no chapter; empty when there is none. */
  readonly preamble: string;
  readonly notices: readonly PlanNotice[];
  /** What reviewers left in the file. Changes of content are refused with `docx-tracked-changes` instead. */
  readonly review: ReviewMarks;
}

/** A chapter with its text. Its length is for the caller to count. */
export interface ImportedChapter {
  readonly key: string;
  /** The outline's title. */
  readonly title: string;
  /** The heading as written, with its number where that was typed. */
  readonly titleFound: string;
  /** Plain text after the heading, sub-headings included; paragraphs end in `\n`, table cells are parted by tabs. */
  readonly text: string;
  readonly sections: readonly ImportedSection[];
}

/** A sub-heading recognised in a chapter, with its own part of the chapter's text. */
export interface ImportedSection {
  readonly key: string;
  readonly title: string;
  readonly titleFound: string;
  readonly text: string;
}

/** A chapter, or a sub-heading of a chapter that is there, not found in the plan. */
export interface MissingPart {
  readonly chapter: string;
  /** Left out when the whole chapter is missing. */
  readonly section?: string;
  /** The outline's Chinese title. */
  readonly title: string;
  /** Origin of the demand, for example `annex 2`. */
  readonly article: string;
}

/** Marks of a review found in the file. */
export interface ReviewMarks {
  readonly comments: number;
  /** Tracked changes of formatting only; they do not touch the text. */
  readonly formattingChanges: number;
}

/** Something the applicant should look at; the import went on regardless. */
export interface PlanNotice {
  readonly code: PlanNoticeCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** The catalogue's texts with the params put in. */
  readonly zh: string;
  readonly en: string;
}

export type PlanNoticeCode =
  | 'no-chapter-recognised'
  | 'title-differs'
  | 'chapter-out-of-order'
  | 'chapter-repeated'
  | 'chapter-unknown'
  | 'chapter-empty'
  | 'section-in-other-chapter'
  | 'comments-left-out'
  | 'notes-left-out'
  | 'pictures-left-out'
  | 'formulas-left-out'
  | 'external-content-left-out';
