import { candidateCommitment, seedCommitment } from '../draw/draw-order.ts';
import type { OpenReview, PoolCandidate, ReviewCommand } from '../review/commands.ts';
import type { ReviewEvent } from '../review/events.ts';
import { reviewAggregate } from '../review/review.ts';
import { findSeat } from '../review/seats.ts';
import type { WithPanel } from '../review/state.ts';
import { expert, handler, decider as pdrcDecider } from './people.ts';
import { play, type Step, stateAfter } from './play.ts';
import { policy, rulesOf, sha256 } from './sample-rules.ts';

export const review = reviewAggregate(rulesOf, sha256).decider;

export const reviewId = 'case-1-formation-1';

export const openFormation: OpenReview = {
  type: 'OpenReview',
  reviewId,
  kind: 'formation',
  caseId: 'case-1',
  sequence: 1,
  subject: 'application-case-1',
  subjectHash: sha256('version 1'),
  leadUnit: 'org-lead',
  competentUnit: 'org-unit',
  province: '220000',
  members: ['org-member'],
  field: 'new-materials',
  proposedName: '吉林省样例产业创新中心',
  policy,
};

export const seeds = { [handler.subject]: sha256('seed a'), [pdrcDecider.subject]: sha256('seed b') };

/** The seed of a holder. */
export function seedOf(holder: string): string {
  return seeds[holder] ?? sha256(holder);
}

/** What a holder commits to in an attempt. */
export function commitmentOf(holder: string, attempt = 1, ofReview = reviewId): string {
  return seedCommitment({ reviewId: ofReview, attempt, holder, seed: seedOf(holder) }, sha256);
}

/** How the pool shows a candidate. */
export function shownAs(expertId: string): string {
  return candidateCommitment(sha256(`salt of ${expertId}`), expertId, sha256);
}

/** An expert of the register about whom everything is known and nothing speaks against it. */
export function candidate(expertId: string, qualifications: readonly string[] = ['external']): PoolCandidate {
  return {
    expertId,
    suspended: false,
    salt: sha256(`salt of ${expertId}`),
    employer: 'org-elsewhere',
    employerParent: null,
    ties: [],
    stated: ['employer', 'employer-parent', 'ties'],
    fields: ['new-materials'],
    qualifications: [...qualifications],
  };
}

export const candidates: readonly PoolCandidate[] = [
  candidate('expert-1'),
  candidate('expert-2', ['external', 'finance']),
  candidate('expert-3'),
  candidate('expert-4', ['finance']),
  candidate('expert-5', ['technical']),
];

export const register = [
  { organisation: 'org-lead', parent: null, parentKnown: true },
  { organisation: 'org-member', parent: null, parentKnown: true },
];

/** Nothing speaks against a member today either. */
export const standing = { expert: candidate('any'), recordedElsewhere: false, register };

/** Both holders commit for an attempt. */
export function commitSteps(attempt: number, ofReview = reviewId): readonly Step<ReviewCommand>[] {
  return [handler, pdrcDecider].map((holder) => [
    { type: 'CommitSeed', commitment: commitmentOf(holder.subject, attempt, ofReview) },
    holder,
  ]);
}

const openSteps: readonly Step<ReviewCommand>[] = [handler, pdrcDecider].map((holder) => [
  { type: 'OpenSeed', seed: seedOf(holder.subject) },
  holder,
]);

export const opened = play(review, [], [openFormation, handler]);
export const committed = play(review, opened, ...commitSteps(1));
export const frozen = play(review, committed, [
  { type: 'FreezePool', candidates, unknown: [], conflictedBefore: [], register },
  handler,
]);
export const ordered = play(review, frozen, ...openSteps);
export const composed = play(review, ordered, [{ type: 'ComposePanel' }, handler]);

/** The state of a review that has a panel. */
export function panelState(history: readonly ReviewEvent[]): WithPanel {
  const state = stateAfter(review, history);
  if (!('panel' in state)) throw new Error(`No panel in status ${state.status}.`);
  return state;
}

/** The members of the panel, as the draw of these seeds has it. */
export function membersOf(history: readonly ReviewEvent[]): readonly string[] {
  return panelState(history).panel.map(({ member }) => member.expertId);
}

/** Everyone invited who has not answered accepts. */
export function acceptAll(history: readonly ReviewEvent[]): readonly ReviewEvent[] {
  const { panel } = panelState(history);
  const open = panel.filter(({ accepted }) => !accepted).map(({ member }) => member.expertId);
  return play(
    review,
    history,
    ...open.map(
      (expertId): Step<ReviewCommand> => [
        { type: 'AcceptInvitation', expertId, noConflict: true, standing },
        expert(expertId),
      ],
    ),
  );
}

export const assembled = acceptAll(composed);
export const [first = '', second = '', third = ''] = membersOf(assembled);

/** What the review tells of who may read what it is about. */
export function told(...reviewers: readonly string[]): ReviewEvent {
  const { kind, caseId, subjectHash } = openFormation;
  return {
    type: 'ReviewersChanged',
    data: { reviewId, kind, caseId, subjectHash, reviewers: [...reviewers] },
  };
}
/** Candidates in the order who did not get a seat. */
export const reserves = candidates
  .map(({ expertId }) => expertId)
  .filter((expertId) => findSeat(panelState(assembled).panel, expertId) === undefined);

export const reportHash = sha256('report');
export const visited = play(review, assembled, [
  {
    type: 'RecordSiteVisit',
    visitedOn: '2026-03-02',
    place: '长春市',
    participants: [first, second],
    reportHash,
  },
  handler,
]);

/** A complete scoresheet. */
export function scoresOf(aims: number, base: number) {
  return [
    { criterion: 'aims', points: aims },
    { criterion: 'base', points: base },
  ];
}

export const scored = play(
  review,
  visited,
  [{ type: 'SubmitScoresheet', expertId: first, scores: scoresOf(15, 16), standing }, expert(first)],
  [{ type: 'SubmitScoresheet', expertId: second, scores: scoresOf(12, 13), standing }, expert(second)],
);
export const opinionHash = sha256('opinion');
export const deliberated = play(review, scored, [
  { type: 'RecordOpinion', opinionHash, recommendation: 'favourable', justification: null },
  handler,
]);
export const signed = play(
  review,
  deliberated,
  ...membersOf(deliberated).map(
    (expertId): Step<ReviewCommand> => [
      { type: 'SignOpinion', expertId, opinionHash, dissents: false },
      expert(expertId),
    ],
  ),
);
export const concluded = play(review, signed, [{ type: 'ConcludeReview' }, handler]);
export const withdrawn = play(review, opened, [{ type: 'WithdrawReview', reason: '重复立项' }, handler]);
