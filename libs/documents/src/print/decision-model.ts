import type { Bilingual } from './bilingual.ts';

/** A decision as an official document (GB/T 9704—2012). */
export interface DecisionPrint {
  readonly issuer: DecisionIssuer;
  readonly number: DecisionNumber;
  /** Code and title from the policy pack, for example `formation`. */
  readonly kind: CodedTitle;
  /** Code and title from the policy pack, for example `approved`. */
  readonly outcome: CodedTitle;
  /** Title of the document where it is not to be built from kind and center. */
  readonly title?: string;
  /** Who it goes to, by name. */
  readonly addressees: readonly string[];
  /** Name of the center, proposed or designated. */
  readonly centerName: string;
  readonly leadUnitName: string;
  /** The request answered, where there was one with a title. */
  readonly request?: { readonly title: string; readonly number?: string };
  /** The regulation applied. */
  readonly regulation: { readonly title: string; readonly number: string };
  /** Provisions relied on as origins cite them, for example `Art. 15`. */
  readonly articles: readonly string[];
  /** Rules relied on that are not in the regulation's words, with the reason for it. */
  readonly reliances?: readonly { readonly origin: string; readonly justification: string }[];
  readonly reasons: string;
  readonly conditions?: DecisionConditions;
  /** Titles of attachments besides the record of the decision. */
  readonly attachments?: readonly string[];
  /** Day the document is dated (成文日期), `YYYY-MM-DD`. */
  readonly date: string;
  readonly copies?: readonly string[];
  /** Office that prints it and when (印发). */
  readonly printing?: { readonly office: string; readonly date: string };
  readonly record: DecisionRecord;
}

export interface DecisionIssuer {
  /** Full name, for example 吉林省发展和改革委员会; the mark above the document is this and 文件. */
  readonly name: string;
  /** Name in the title of the document; the full name by default. */
  readonly shortName?: string;
}

/** The external number, or our own serial as long as there is none. */
export type DecisionNumber =
  | { readonly kind: 'external'; readonly text: string }
  | { readonly kind: 'serial'; readonly text: string };

/** A code of the policy pack with its title. */
export interface CodedTitle {
  readonly code: string;
  readonly title: Bilingual;
}

/** What the decision orders besides its outcome; dates `YYYY-MM-DD`. */
export interface DecisionConditions {
  readonly rectificationMonths?: number;
  readonly newDueDate?: string;
  readonly effectiveDate?: string;
  readonly requirements?: readonly string[];
}

/** What ties the document to the record; printed as its attachment. */
export interface DecisionRecord {
  readonly decisionId: string;
  readonly caseId: string;
  /** Our own gap-free number. */
  readonly serial?: string;
  readonly subjectVersion: number;
  /** Hex SHA-256 of the version decided on. */
  readonly subjectHash: string;
  /** Hex SHA-256 of the panel's opinion, where there is one. */
  readonly opinionHash?: string;
  readonly policyId: string;
  readonly policyHash: string;
}
