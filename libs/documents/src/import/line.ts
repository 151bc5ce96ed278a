/** A line of a plan: a paragraph, a part of one up to a manual break, or a row of a table. */
export interface Line {
  /** As written, outer blanks included; automatic numbers are not part of it. */
  readonly text: string;
  /** Outline level of its style, from 1. */
  readonly headingLevel: number | null;
  /** In a style of a table of contents. */
  readonly contents: boolean;
  /** Level of automatic numbering from 0, where Word numbers the paragraph. */
  readonly automaticLevel: number | null;
  /** How many characters from the start are bold. */
  readonly boldLead: number;
  readonly centred: boolean;
  /** Row of a table with several columns, which holds no headings. */
  readonly tableRow: boolean;
}
