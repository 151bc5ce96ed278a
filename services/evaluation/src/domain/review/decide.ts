import { accept, type DecisionContext, type DecisionResult } from '@iic/event-sourcing';
import { type Denial, deny } from '../problems.ts';
import { wrongRole } from '../roles.ts';
import type { EvaluationRules, ReviewRules, RulesOf } from '../rules.ts';
import type { Sha256 } from '../sha256.ts';
import { isPossible, reviewActions, reviewActors, type StateFor } from './available-actions.ts';
import type { OpenReview, RequestWithdrawal, ReviewAct, ReviewActType, ReviewCommand } from './commands.ts';
import { cancelDraw, commitSeed, openSeed, type ReviewTools } from './draw.ts';
import type { ReviewEvent, ReviewFile } from './events.ts';
import { concludeReview, recordOpinion, signOpinion, voidOpinion } from './opinion.ts';
import {
  acceptInvitation,
  composePanel,
  declareConflict,
  excuseMember,
  reducePanel,
  refuseInvitation,
  reportConflict,
} from './panel.ts';
import { freezePool } from './pool.ts';
import { recordSiteVisit, reviseScoresheet, submitScoresheet } from './scoring.ts';
import type { ReviewState } from './state.ts';

type Result = DecisionResult<ReviewEvent>;
type OpenedReview = Exclude<ReviewState, { status: 'none' }>;

type Handler<Type extends ReviewActType> = (
  act: ReviewAct<Type>,
  state: StateFor<Type>,
  context: DecisionContext,
  tools: ReviewTools,
) => Result;

const handlers: { readonly [Type in ReviewActType]: Handler<Type> } = {
  CommitSeed: commitSeed,
  FreezePool: freezePool,
  OpenSeed: openSeed,
  CancelDraw: cancelDraw,
  ComposePanel: composePanel,
  AcceptInvitation: acceptInvitation,
  RefuseInvitation: refuseInvitation,
  DeclareConflict: declareConflict,
  ExcuseMember: excuseMember,
  ReportConflict: reportConflict,
  ReducePanel: reducePanel,
  RecordSiteVisit: recordSiteVisit,
  SubmitScoresheet: submitScoresheet,
  ReviseScoresheet: reviseScoresheet,
  RecordOpinion: recordOpinion,
  VoidOpinion: voidOpinion,
  SignOpinion: signOpinion,
  ConcludeReview: concludeReview,
  WithdrawReview: ({ reason }, { review }) => accept(withdrawn(review, 'pdrc', reason)),
};

/** Decides about reviews of any kind; the pack a review is pinned to says what its kind demands. */
export function createReviewDecide(rulesOf: RulesOf, sha256: Sha256) {
  return (command: ReviewCommand, state: ReviewState, context: DecisionContext): Result => {
    if (command.type === 'OpenReview') return open(command, state, rulesOf(command.policy));
    if (state.status === 'none') return deny('review-unknown');
    if (command.type === 'ReassignReview') return reassign(command.competentUnit, state);
    if (command.type === 'RequestWithdrawal') return requestWithdrawal(command, state);
    const denial = wrongRole(context.actor, reviewActors[command.type]);
    if (denial !== undefined) return denial;
    const rules = rulesOf(state.review.policy).reviews[state.review.kind];
    if (rules === undefined) return deny('review-unknown');
    return act(command, state, context, { rules, sha256 });
  };
}

function act<Type extends ReviewActType>(
  command: ReviewAct<Type>,
  state: ReviewState,
  context: DecisionContext,
  tools: ReviewTools,
): Result {
  const type: Type = command.type;
  return isPossible(type, state) ? handlers[type](command, state, context, tools) : notNow(type, state);
}

function notNow(act: ReviewActType, { status }: ReviewState): Denial {
  if (status === 'concluded') return deny('review-concluded');
  if (status === 'withdrawn') return deny('review-withdrawn');
  return deny('review-step-passed', { params: { act, status, possible: reviewActions[status].join(', ') } });
}

function open({ type: _, ...file }: OpenReview, state: ReviewState, { reviews }: EvaluationRules): Result {
  const rules: ReviewRules | undefined = reviews[file.kind];
  if (rules === undefined)
    return deny('review-kind-unknown', {
      params: { kind: file.kind, allowed: Object.keys(reviews).join(', ') },
    });
  if (rules.scoredInStages) return deny('review-stages-unsupported', { params: { kind: file.kind } });
  if (state.status !== 'none')
    return state.review.subjectHash === file.subjectHash ? accept() : deny('review-already-open');
  const { policy, ...data } = file;
  return accept<ReviewEvent>({
    type: 'ReviewOpened',
    data: { ...data, policyId: policy.id, policyHash: policy.hash },
    policy: { ...policy, article: rules.article },
  });
}

function reassign(competentUnit: string, { review }: OpenedReview): Result {
  const previous = review.competentUnit;
  return previous === competentUnit
    ? accept()
    : accept<ReviewEvent>({ type: 'ReviewCompetentUnitReassigned', data: { competentUnit, previous } });
}

/** Concluding and withdrawing exclude each other because both are decided here, in the review's own stream. */
function requestWithdrawal({ reason }: RequestWithdrawal, state: OpenedReview): Result {
  if (state.status === 'withdrawn') return accept();
  if (state.status !== 'concluded') return accept(withdrawn(state.review, 'applicant', reason));
  const { reviewId, caseId, sequence } = state.review;
  return accept<ReviewEvent>({
    type: 'WithdrawalRefused',
    data: { reviewId, caseId, sequence, reason: 'review-concluded' },
  });
}

function withdrawn(review: ReviewFile, basis: 'applicant' | 'pdrc', reason: string): ReviewEvent {
  const { reviewId, kind, caseId, sequence, subjectHash } = review;
  return {
    type: 'ReviewWithdrawn',
    data: { reviewId, kind, caseId, sequence, subjectHash, basis, reason },
  };
}
