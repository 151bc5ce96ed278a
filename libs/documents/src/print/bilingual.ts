/** The same text in both languages of the platform. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A labelled value. */
export interface PrintRow {
  readonly label: Bilingual;
  /** As it is to be read: amounts, dates and codes already in words. Several lines are parted by `\n`. */
  readonly value: string;
}
