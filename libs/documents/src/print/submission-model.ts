import type { Bilingual, PrintRow } from './bilingual.ts';

/** A submitted application as it is printed, signed and sealed. */
export interface SubmissionPrint {
  readonly caseId: string;
  /** Numbered version of the submission, from 1. */
  readonly version: number;
  /** Hash of the manifest, hex SHA-256; printed on every page and in the QR code. */
  readonly manifestHash: string;
  readonly centerName: Bilingual;
  readonly leadUnitName: string;
  /** Fields of the application in the order of printing. */
  readonly sections: readonly PrintSection[];
  readonly chapters: readonly PrintedChapter[];
  readonly attachments: readonly PrintedAttachment[];
  readonly commitment: PrintedCommitment;
}

/** A group of fields: labelled values, a table, or both. */
export interface PrintSection {
  readonly title: Bilingual;
  readonly rows?: readonly PrintRow[];
  readonly table?: PrintTable;
}

/** A table; `shares` are the columns' parts of the width and sum to 1 (default: equal). */
export interface PrintTable {
  readonly columns: readonly Bilingual[];
  readonly rows: readonly (readonly string[])[];
  readonly shares?: readonly number[];
}

/** A chapter of the plan. */
export interface PrintedChapter {
  /** Printed with the number of its place. */
  readonly title: Bilingual;
  readonly text: string;
  /** Hex SHA-256 as in the manifest. */
  readonly hash: string;
}

/** A file of the submission. */
export interface PrintedAttachment {
  readonly kind: Bilingual;
  /** Name of the file, where it is known. */
  readonly fileName?: string;
  readonly bytes: number;
  /** Hex SHA-256. */
  readonly hash: string;
}

/** The commitment to truthfulness (annex 2, attachment 5), which names the manifest's hash. */
export interface PrintedCommitment {
  /** Other words than the platform's, where the policy prescribes them. */
  readonly statement?: Bilingual;
  /** Organisations that commit themselves, each with a place for seal and signature; the lead unit first. */
  readonly signatories: readonly { readonly role: Bilingual; readonly name: string }[];
}
