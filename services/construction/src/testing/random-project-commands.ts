/** Random commands for property tests of the construction project. */
import type { Actor, Instant } from '@iic/event-sourcing';
import { warningAt } from '@iic/policy';
import fc from 'fast-check';
import { actors } from '../domain/project/available-acts.ts';
import type { DeadlineKind, ProjectCommand } from '../domain/project/commands.ts';
import type { ProjectState, ProjectStatus } from '../domain/project/state.ts';
import { competentUnit, handler, hash, leadUnit, pack, propose, report, request, start } from './index.ts';

/** A command that may depend on how far the history is. */
export type Step = (state: ProjectState) => ProjectCommand;

function constant(command: ProjectCommand): Step {
  return () => command;
}
const people = [leadUnit, competentUnit, handler];

/** Whose act a command is; reactions may be anybody's. */
export function actorOf({ type }: ProjectCommand): Actor {
  const roles: Readonly<Record<string, string>> = actors;
  return people.find(({ role }) => role === roles[type]) ?? handler;
}

const outcomes = ['approved', 'declined', 'accepted', 'rectification', 'not-accepted', 'revoked', 'nonsense'];

const conclusion: ProjectCommand = {
  type: 'RecordReviewConclusion',
  reviewId: 'review',
  subjectHash: request.subjectHash,
  recommendation: 'unfavourable',
  opinionHash: hash('4'),
};

const reviewers: ProjectCommand = {
  type: 'RecordReviewers',
  reviewId: 'review',
  subjectHash: request.subjectHash,
  reviewers: ['expert-1', 'expert-2'],
};

const revocation: ProjectCommand = { type: 'ProposeRevocation', subjectHash: hash('5'), reason: '逾期' };

/** A command about the open adjustment, or about one that does not exist. */
function aboutOpen(command: (number: number) => ProjectCommand): Step {
  return (state) => command('adjustment' in state ? state.adjustment.number : 99);
}

/** The decision that the project waits for, or one that nobody awaits. */
function answer(outcome: string): Step {
  return (state) => {
    const pending = 'decision' in state ? state.decision : { decisionId: 'none', subjectHash: hash('0') };
    return { type: 'RecordDecision', ...pending, outcome, article: 'Art. 17', effectiveDate: '2028-02-10' };
  };
}

const expire: Step = (state) => ({ type: 'PassDeadline', kind: 'rectification-period', dueAt: endOf(state) });

const decision = fc.constantFrom(...outcomes).map(answer);

const strayDecision = fc.constantFrom(...outcomes).map((outcome): Step => {
  return (state) => ({ ...answer(outcome)(state), subjectHash: hash('0') });
});

const { constructionWarningLead, rectificationWarningLead } = pack.parameters;

/** When each deadline of a project that ends then is due. */
const dueTimes: Readonly<Record<DeadlineKind, (end: Instant) => Instant>> = {
  'construction-period-approaching': (end) => warningAt(constructionWarningLead, end),
  'construction-period': (end) => end,
  'rectification-period-approaching': (end) => warningAt(rectificationWarningLead, end),
  'rectification-period': (end) => end,
};

const deadline = fc
  .constantFrom(
    'construction-period-approaching',
    'construction-period',
    'rectification-period-approaching',
    'rectification-period',
  )
  .map((kind): Step => {
    return (state) => ({ type: 'PassDeadline', kind, dueAt: dueTimes[kind](endOf(state)) });
  });

const progress = fc
  .record({
    type: fc.constantFrom('ReportProgress', 'CorrectProgress'),
    period: fc.constantFrom('2026-H1', '2026-H2', '2027-H1', '2027-H2', '2028-Q1'),
    source: fc.constantFrom('own-funds', 'local-government', 'bank-loan'),
    amount: fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }),
    percent: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ type, period, source, amount, percent }): Step => {
    const content = {
      ...report,
      period,
      milestones: [{ id: 'laboratory', percent }],
      spend: [{ source, amountFen: amount.toString() }],
    };
    return constant(
      type === 'ReportProgress'
        ? { type, report: content }
        : { type: 'CorrectProgress', report: content, reason: '更正' },
    );
  });

const proposal = fc
  .record({ extensionMonths: fc.integer({ min: 1, max: 18 }), justified: fc.boolean() })
  .map(({ extensionMonths, justified }) =>
    constant({
      ...propose,
      changes: { extensionMonths },
      justifications: justified ? [{ finding: 'construction-period-long', text: '延误' }] : [],
    }),
  );

const forward: Readonly<Record<ProjectStatus, readonly Step[]>> = {
  'not-started': [constant(start)],
  'under-construction': [constant(request)],
  'adjustment-proposed': [aboutOpen((number) => ({ type: 'ProposeAdjustmentDecision', number }))],
  'adjustment-decision-pending': [answer('declined')],
  'acceptance-requested': [constant(conclusion)],
  'acceptance-decision-pending': [answer('rectification'), answer('not-accepted')],
  rectification: [expire, constant(request)],
  'rectification-expired': [constant(revocation)],
  'revocation-decision-pending': [answer('revoked'), answer('rectification')],
  accepted: [constant(request)],
  revoked: [constant(revocation)],
};

/** What leads on in the present status, so that random histories reach the far ones. */
const onward = fc.nat({ max: 1 }).map((choice): Step => {
  return (state) => {
    const steps = forward[state.status];
    return (steps[choice % steps.length] ?? constant(start))(state);
  };
});

const step = fc.oneof(
  { weight: 5, arbitrary: onward },
  { weight: 3, arbitrary: decision },
  { weight: 1, arbitrary: strayDecision },
  { weight: 2, arbitrary: deadline },
  { weight: 3, arbitrary: progress },
  { weight: 1, arbitrary: proposal },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      constant(start),
      constant(propose),
      aboutOpen((number) => ({ type: 'WithdrawAdjustment', number, reason: '撤回' })),
      aboutOpen((number) => ({
        type: 'GiveAdjustmentOpinion',
        number,
        opinion: 'objects',
        text: '意见',
        documentHash: null,
      })),
      aboutOpen((number) => ({ type: 'ProposeAdjustmentDecision', number })),
      constant(request),
      constant(conclusion),
      constant(reviewers),
      constant(revocation),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      constant({ type: 'ReassignCompetentUnit', competentUnit: 'org-other' }),
      constant({ type: 'ReassignCompetentUnit', competentUnit: 'org-drc' }),
      // More often resumed than suspended: a project that stands still goes nowhere.
      ...(['suspended', 'resumed', 'resumed', 'resumed'] as const).map((change) =>
        constant({ type: 'RecordApprovalChange', decisionId: 'case-1-formation-1', change }),
      ),
      constant({ type: 'RecordApprovalChange', decisionId: 'case-1-adjustment-1', change: 'annulled' }),
      constant({
        type: 'RecordReviewWithdrawal',
        reviewId: 'review',
        subjectHash: request.subjectHash,
        basis: 'pdrc',
      }),
    ),
  },
);

/** A command with who gives it and when. */
export interface Given {
  readonly step: Step;
  /** Somebody else than the one whose act it is. */
  readonly stranger: Actor | null;
  readonly now: string;
}

/** The start of every history. */
export const opening: Given = { step: constant(start), stranger: null, now: '2027-01-01' };

/** Mostly the right person and late enough for deadlines, so that histories get far. */
export const histories: fc.Arbitrary<Given[]> = fc.array(
  fc.record({
    step,
    stranger: fc.option(fc.constantFrom(...people), { freq: 8 }),
    now: fc.constantFrom('2027-12-31', '2029-01-01', '2029-01-01'),
  }),
  { maxLength: 50, size: 'max' },
);

function endOf(state: ProjectState): string {
  if ('rectification' in state && state.rectification !== null) return state.rectification.dueAt;
  return state.status === 'not-started' ? start.approvedAt : state.project.plan.dueAt;
}
