/** The outline of a formation plan, supplied by the policy pack (Jilin: annex 2). */
export interface PlanOutline {
  /** Where the outline is laid down, cited for everything missing, for example `annex 2`. */
  readonly article: string;
  /** In the order of the outline. */
  readonly chapters: readonly OutlineChapter[];
}

/** A chapter of the outline. */
export interface OutlineChapter {
  readonly key: string;
  /** Without number; notes in brackets are ignored when titles are compared. */
  readonly title: OutlineTitle;
  readonly sections?: readonly OutlineSection[];
}

/** A sub-heading of a chapter. */
export interface OutlineSection {
  readonly key: string;
  readonly title: OutlineTitle;
}

/** A title; only the Chinese one is sought in a plan. `aliases` are other Chinese wordings that count as it. */
export interface OutlineTitle {
  readonly zh: string;
  readonly en?: string;
  readonly aliases?: readonly string[];
}
