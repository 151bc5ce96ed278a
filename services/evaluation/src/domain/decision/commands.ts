import type { evaluationParts } from '@iic/contracts';
import type { Preparation, Proposal, ProposedChange } from './events.ts';

/**
 * The owner of a subject proposes it. The same decision with another hash replaces the subject while the
 * decision is open, and voids a decision that was taken meanwhile on the older version.
 */
export interface ProposeDecision extends Proposal {
  readonly type: 'ProposeDecision';
  /** Looked up: the pack the case is pinned to. */
  readonly policy: { readonly id: string; readonly hash: string };
}

/** Follows the PDRC's act that intake recorded for the case. */
export interface ReassignDecision {
  readonly type: 'ReassignDecision';
  readonly competentUnit: string;
}

/** The serial that the agency's series assigned to this decision. */
export interface RecordSerial {
  readonly type: 'RecordSerial';
  readonly agency: string;
  readonly year: number;
  readonly serial: number;
  readonly number: string;
}

/** An official document that carries this decision. */
export interface RecordDocument {
  readonly type: 'RecordDocument';
  readonly documentId: string;
  readonly form: string;
  readonly number: string;
  readonly issuedOn: string;
}

/** What people do about a decision. */
export interface DecisionActs {
  RequestDepartmentOpinion: { readonly department: string; readonly question: string };
  RecordDepartmentOpinion: {
    readonly department: string;
    readonly position: string;
    readonly text: string;
    readonly documentHash: string | null;
  };
  WaiveDepartmentOpinion: { readonly department: string; readonly reason: string };
  PrepareDecision: Pick<Preparation, 'outcome' | 'reasons' | 'conditions'> & {
    /** The version of the subject the handler has read; absent when they do not say. */
    readonly subjectHash?: string;
    /** Where absent, the article the kind of decision cites. */
    readonly article?: string;
    /** Looked up: the concluded review's opinion. */
    readonly opinion: evaluationParts.OpinionReference | null;
    /** Looked up: who sat on the panel. */
    readonly panel: readonly string[];
    /** Why unwritten rules are relied on, rule by rule. */
    readonly justifications: readonly { readonly rule: string; readonly justification: string }[];
    /** Looked up: the case's place in the ranking named, null where it has none there. Absent: a round of one. */
    readonly merit?: evaluationParts.Merit | null;
  };
  ReturnPreparation: { readonly preparation: number; readonly reason: string };
  ApproveDecision: {
    /** The preparation the decider has read. */
    readonly preparation: number;
    readonly subjectHash: string;
    /** Looked up: the concluded review's opinion as it stands now. */
    readonly opinion: evaluationParts.OpinionReference | null;
    /** Looked up: who sat on the panel. */
    readonly panel: readonly string[];
  };
  ProposeChange: Pick<ProposedChange, 'act' | 'basis' | 'reason'>;
  ReturnChange: { readonly change: number; readonly reason: string };
  ApproveChange: { readonly change: number };
}

export type DecisionActType = keyof DecisionActs;

/** One act with its content. */
export type DecisionAct<Type extends DecisionActType = DecisionActType> = {
  [Each in Type]: { readonly type: Each } & DecisionActs[Each];
}[Type];

export type DecisionCommand =
  | ProposeDecision
  | ReassignDecision
  | RecordSerial
  | RecordDocument
  | DecisionAct;
