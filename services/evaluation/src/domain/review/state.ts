import type { evaluationParts } from '@iic/contracts';
import type { Instant } from '@iic/event-sourcing';
import type { Composition } from '../rules.ts';
import type { ReviewFile } from './events.ts';

export interface SeedCommitment {
  readonly holder: string;
  readonly commitment: string;
}

export interface OpenedSeed {
  readonly holder: string;
  readonly seed: string;
}

/** A frozen pool with the composition it is to serve. */
export interface Pool {
  readonly entries: readonly evaluationParts.PoolEntry[];
  readonly identities: readonly evaluationParts.PoolIdentity[];
  readonly composition: Composition;
}

/** A seat of the panel that somebody holds. */
export interface Seat {
  readonly member: evaluationParts.PanelMember;
  readonly accepted: boolean;
  readonly invitedAt: Instant;
}

/** The scoresheet of one expert; a void one stays. */
export interface Sheet {
  readonly expertId: string;
  readonly scores: readonly evaluationParts.CriterionScore[];
  readonly total: number;
  readonly void: boolean;
}

/** The panel opinion with those who signed exactly it. */
export interface Opinion {
  readonly opinionHash: string;
  readonly recommendation: string;
  readonly averageScore: string | null;
  readonly signatures: readonly string[];
  /** Of those who signed, the ones who dissent. */
  readonly dissenting: readonly string[];
}

interface Opened {
  readonly review: ReviewFile;
  /** Attempt of the draw, from 1. */
  readonly attempt: number;
  readonly seeds: readonly SeedCommitment[];
  /** Experts with a conflict that was declared or found; no later pool takes them. */
  readonly conflicted: readonly string[];
}

/** Seeds are committed while nobody knows the pool. */
export interface Committing extends Opened {
  readonly status: 'committing';
}

/** The pool is frozen; the seeds may be opened. */
export interface Frozen extends Opened {
  readonly status: 'frozen';
  readonly pool: Pool;
  readonly opened: readonly OpenedSeed[];
}

/** The order is known; no panel yet. */
export interface Ordered extends Omit<Frozen, 'status'> {
  readonly status: 'ordered';
  readonly order: readonly string[];
}

/** A panel exists. */
export interface Panelled extends Omit<Ordered, 'status'> {
  readonly panel: readonly Seat[];
  /** Experts who left this panel. */
  readonly departed: readonly string[];
  readonly visits: number;
  readonly sheets: readonly Sheet[];
}

/** Somebody has yet to answer, or a seat is vacant. */
export interface Inviting extends Panelled {
  readonly status: 'inviting';
}

/** Every seat is held by somebody who accepted. */
export interface Assembled extends Panelled {
  readonly status: 'assembled';
}

/** The panel opinion is being signed. */
export interface Deliberated extends Panelled {
  readonly status: 'deliberated';
  readonly opinion: Opinion;
}

export interface Concluded extends Omit<Deliberated, 'status'> {
  readonly status: 'concluded';
}

export interface Withdrawn {
  readonly status: 'withdrawn';
  readonly review: ReviewFile;
  /** Kept for the next review of the case. */
  readonly conflicted: readonly string[];
}

export type ReviewState =
  | { readonly status: 'none' }
  | Committing
  | Frozen
  | Ordered
  | Inviting
  | Assembled
  | Deliberated
  | Concluded
  | Withdrawn;

export type ReviewStatus = ReviewState['status'];

/** A state with a panel. */
export type WithPanel = Inviting | Assembled | Deliberated | Concluded;
