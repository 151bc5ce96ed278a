import type { ReviewActType } from './commands.ts';
import type { ReviewState, ReviewStatus } from './state.ts';

/** What people may do in each status. A public notice (公示) would be a status between the last two steps. */
export const reviewActions = {
  none: [],
  committing: ['CommitSeed', 'FreezePool', 'CancelDraw', 'WithdrawReview'],
  frozen: ['OpenSeed', 'ReportConflict', 'CancelDraw', 'WithdrawReview'],
  ordered: ['ComposePanel', 'ReportConflict', 'CancelDraw', 'WithdrawReview'],
  inviting: [
    'AcceptInvitation',
    'RefuseInvitation',
    'DeclareConflict',
    'ExcuseMember',
    'ReportConflict',
    'ReducePanel',
    'SubmitScoresheet',
    'ReviseScoresheet',
    'CancelDraw',
    'WithdrawReview',
  ],
  assembled: [
    'RecordSiteVisit',
    'SubmitScoresheet',
    'ReviseScoresheet',
    'RecordOpinion',
    'DeclareConflict',
    'ExcuseMember',
    'ReportConflict',
    'CancelDraw',
    'WithdrawReview',
  ],
  deliberated: [
    'SignOpinion',
    'VoidOpinion',
    'ConcludeReview',
    'DeclareConflict',
    'ExcuseMember',
    'ReportConflict',
    'WithdrawReview',
  ],
  concluded: ['ReportConflict'],
  withdrawn: [],
} as const satisfies Record<ReviewStatus, readonly ReviewActType[]>;

const handler = ['pdrc-handler'] as const;
const panel = ['expert', 'panel-administrator'] as const;
const seedHolder = ['pdrc-handler', 'pdrc-decider', 'department'] as const;

/** Roles that do each act; of the panel each member for itself. */
export const reviewActors = {
  CommitSeed: seedHolder,
  FreezePool: handler,
  OpenSeed: seedHolder,
  CancelDraw: handler,
  ComposePanel: handler,
  AcceptInvitation: panel,
  RefuseInvitation: panel,
  DeclareConflict: panel,
  ExcuseMember: handler,
  ReportConflict: handler,
  ReducePanel: handler,
  RecordSiteVisit: handler,
  SubmitScoresheet: panel,
  ReviseScoresheet: panel,
  RecordOpinion: handler,
  VoidOpinion: handler,
  SignOpinion: panel,
  ConcludeReview: handler,
  WithdrawReview: handler,
} as const satisfies Record<ReviewActType, readonly string[]>;

type StatusFor<Act extends ReviewActType> = {
  [Status in ReviewStatus]: Act extends (typeof reviewActions)[Status][number] ? Status : never;
}[ReviewStatus];

/** The states an act is possible in. */
export type StateFor<Act extends ReviewActType> = Extract<ReviewState, { status: StatusFor<Act> }>;

/** Whether an act is possible in this state. */
export function isPossible<Act extends ReviewActType>(act: Act, state: ReviewState): state is StateFor<Act> {
  const possible: readonly ReviewActType[] = reviewActions[state.status];
  return possible.includes(act);
}
