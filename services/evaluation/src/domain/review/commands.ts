import type { evaluationParts } from '@iic/contracts';
import type { ExpertParticulars } from '../expert/events.ts';
import type { ReviewFile } from './events.ts';
import type { CurrentStanding } from './standing.ts';

/** Opens the review of one version; repeating it for the same version changes nothing. */
export interface OpenReview extends ReviewFile {
  readonly type: 'OpenReview';
}

/** Follows the PDRC's act that intake recorded for the case. */
export interface ReassignReview {
  readonly type: 'ReassignReview';
  readonly competentUnit: string;
}

/** The applicant's request; it is granted unless the review is concluded, and the refusal is a fact too. */
export interface RequestWithdrawal {
  readonly type: 'RequestWithdrawal';
  readonly reason: string;
}

/** A candidate for the pool, as the expert register shows it. */
export interface PoolCandidate extends ExpertParticulars {
  readonly expertId: string;
  readonly suspended: boolean;
  /** 32 random bytes in hex, fresh for every candidate and pool. */
  readonly salt: string;
}

/** What people do in a review. */
export interface ReviewActs {
  CommitSeed: { readonly commitment: string };
  FreezePool: {
    readonly candidates: readonly PoolCandidate[];
    /** Looked up: experts named for the pool whom the register does not know. */
    readonly unknown: readonly string[];
    /** Looked up: experts of whom another review of the case has recorded a conflict. */
    readonly conflictedBefore: readonly string[];
    /** Parents of the consortium's organisations, as far as the register knows them. */
    readonly register: readonly evaluationParts.ConsortiumMember[];
  };
  OpenSeed: { readonly seed: string };
  CancelDraw: { readonly reason: string };
  ComposePanel: object;
  AcceptInvitation: {
    readonly expertId: string;
    readonly noConflict: boolean;
    /** Looked up. */
    readonly standing: CurrentStanding;
  };
  RefuseInvitation: { readonly expertId: string; readonly reason: string; readonly remark?: string };
  DeclareConflict: {
    readonly expertId: string;
    readonly organisation: string | null;
    /** About persons; stored encrypted. */
    readonly remark?: string;
  };
  ExcuseMember: { readonly expertId: string; readonly reason: string };
  ReportConflict: {
    readonly expertId: string;
    readonly organisation: string | null;
    readonly remark?: string;
  };
  ReducePanel: { readonly reason: string };
  RecordSiteVisit: {
    readonly visitedOn: string;
    readonly place: string;
    readonly participants: readonly string[];
    readonly reportHash: string;
  };
  SubmitScoresheet: {
    readonly expertId: string;
    /** Looked up. */
    readonly standing: CurrentStanding;
    readonly scores: readonly evaluationParts.CriterionScore[];
  };
  ReviseScoresheet: {
    readonly expertId: string;
    readonly scores: readonly evaluationParts.CriterionScore[];
    readonly reason: string;
  };
  RecordOpinion: {
    readonly opinionHash: string;
    readonly recommendation: string;
    readonly justification: string | null;
  };
  VoidOpinion: { readonly reason: string };
  SignOpinion: {
    readonly expertId: string;
    /** The opinion the member has read. */
    readonly opinionHash: string;
    readonly dissents: boolean;
    readonly remark?: string;
  };
  ConcludeReview: object;
  WithdrawReview: { readonly reason: string };
}

export type ReviewActType = keyof ReviewActs;

/** One act with its content. */
export type ReviewAct<Type extends ReviewActType = ReviewActType> = {
  [Each in Type]: { readonly type: Each } & ReviewActs[Each];
}[Type];

export type ReviewCommand = OpenReview | ReassignReview | RequestWithdrawal | ReviewAct;
