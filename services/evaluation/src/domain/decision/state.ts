import type { DecisionNumbered, DecisionTaken, DepartmentOpinionRecorded } from '@iic/contracts';
import type { Instant } from '@iic/event-sourcing';
import type { Preparation, Proposal, ProposedChange } from './events.ts';

/** The subject to be decided on, as its owner proposed it last. */
export type DecisionFile = Proposal & {
  readonly policy: { readonly id: string; readonly hash: string };
  /** When this version was proposed. */
  readonly proposedAt: Instant;
};

/** Another department asked for its opinion. */
export interface Consultation {
  readonly department: string;
  readonly status: 'asked' | 'answered' | 'waived';
  readonly question: string;
  /** What it answered, once it has. */
  readonly answer: Omit<DepartmentOpinionRecorded['data'], 'department'> | null;
  /** Why it was not waited for. */
  readonly waivedBecause: string | null;
}

interface Opened {
  readonly file: DecisionFile;
  readonly departments: readonly Consultation[];
  /** Preparations so far. */
  readonly preparations: number;
  /** Everyone who ever prepared this decision: none of them approves it. */
  readonly handlers: readonly string[];
}

/** No preparation is before the deciders. */
export interface OpenDecision extends Opened {
  readonly status: 'open';
}

/** A preparation is before the deciders. */
export interface PreparedDecision extends Opened {
  readonly status: 'prepared';
  readonly preparation: Preparation;
  readonly approvals: readonly string[];
}

/** A change before the deciders, with those who approved it. */
export interface PendingChange extends ProposedChange {
  readonly approvals: readonly string[];
}

/** What a decision taken is today. */
export interface TakenFacts extends Omit<Opened, 'preparations'> {
  readonly taken: DecisionTaken['data'];
  readonly minimumApprovers: number;
  readonly number: Pick<DecisionNumbered['data'], 'agency' | 'year' | 'serial' | 'number'> | null;
  /** Official documents that carry it, by id. */
  readonly documents: readonly string[];
  /** Changes so far. */
  readonly changes: number;
  readonly pending: PendingChange | null;
}

export interface TakenDecision extends TakenFacts {
  readonly status: 'taken';
}

export interface SuspendedDecision extends TakenFacts {
  readonly status: 'suspended';
}

export interface AnnulledDecision extends TakenFacts {
  readonly status: 'annulled';
}

/** Taken on a version that was no longer current: without effect from the beginning. */
export interface VoidDecision extends TakenFacts {
  readonly status: 'void';
}

export type DecisionState =
  | { readonly status: 'none' }
  | OpenDecision
  | PreparedDecision
  | TakenDecision
  | SuspendedDecision
  | AnnulledDecision
  | VoidDecision;

export type DecisionStatus = DecisionState['status'];

/** A decision that was taken, whatever became of it. */
export type AfterTaking = TakenDecision | SuspendedDecision | AnnulledDecision | VoidDecision;
