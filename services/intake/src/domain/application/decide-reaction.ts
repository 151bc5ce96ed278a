import type { ApplicationApproved } from '@iic/contracts';
import { accept, type DecisionResult } from '@iic/event-sourcing';
import { deny } from '../problems.ts';
import { citing } from './citation.ts';
import type { CommandOf, ReactionCommand } from './commands.ts';
import { completeManifest, investmentBySource } from './complete-manifest.ts';
import { formationProposal, nextDecisionId } from './decision-proposal.ts';
import type { ApplicationEvent } from './events.ts';
import { dueOf } from './rules.ts';
import { type ApplicationCase, currentVersion } from './state.ts';
import type { StepContext } from './step-context.ts';

type Result = DecisionResult<ApplicationEvent>;

/** What other services' facts mean for the case. */
export function decideReaction(
  command: ReactionCommand,
  state: ApplicationCase,
  context: StepContext,
): Result {
  switch (command.type) {
    case 'RecordReviewStarted':
      return accept<ApplicationEvent>({
        type: 'FormationReviewStarted',
        data: { reviewId: command.reviewId },
        ...citing(state, 'Art. 15'),
      });
    case 'RecordReviewers':
      return recordReviewers(command, state);
    case 'RecordReviewConclusion':
      return concludeReview(command, state);
    case 'RecordReviewWithdrawn':
      return withdrawReview(command, state, context);
    case 'RecordWithdrawalRefused':
      return isWithdrawalRequested(state)
        ? accept<ApplicationEvent>({ type: 'WithdrawalRequestRefused', data: { reason: command.reason } })
        : deny('withdrawal-not-requested');
    case 'RecordDecision':
      return recordDecision(command, state);
    case 'RecordDecisionVoided':
      return proposeAnew(command, state);
    default:
      return command satisfies never;
  }
}

/** Those of another review, or whom the case knows already, change nothing. */
function recordReviewers(
  { reviewId, reviewers }: CommandOf<'RecordReviewers'>,
  state: ApplicationCase,
): Result {
  if (state.status !== 'under-review' || state.reviewId !== reviewId) return accept();
  if (reviewers.join() === state.reviewers.join()) return accept();
  return accept<ApplicationEvent>({
    type: 'CaseReviewersRecorded',
    data: { reviewId, reviewers: [...reviewers] },
  });
}

function concludeReview(command: CommandOf<'RecordReviewConclusion'>, state: ApplicationCase): Result {
  const { reviewId, subjectHash, recommendation, opinionHash } = command;
  const version = currentVersion(state);
  if (subjectHash !== version.manifestHash) {
    return deny('review-of-other-version', {
      params: { reviewed: subjectHash, current: version.manifestHash },
    });
  }
  return accept<ApplicationEvent>(
    {
      type: 'FormationReviewRecorded',
      data: { reviewId, recommendation, opinionHash, manifestHash: version.manifestHash },
      ...citing(state, 'Art. 15'),
      evidence: [opinionHash],
    },
    formationProposal(state, version, reviewId),
  );
}

function withdrawReview(
  { reviewId, basis, reason }: CommandOf<'RecordReviewWithdrawn'>,
  state: ApplicationCase,
  { pack, now }: StepContext,
): Result {
  if (basis === 'applicant') {
    return isWithdrawalRequested(state)
      ? accept<ApplicationEvent>({
          type: 'ApplicationWithdrawn',
          data: { caseId: state.caseId, reason: 'withdrawal-granted', afterAcceptance: true },
        })
      : deny('withdrawal-not-requested');
  }
  return accept<ApplicationEvent>({
    type: 'FormationReviewAbandoned',
    data: { reviewId, reason, dueAt: dueOf(pack, 'supplementPeriod', now) },
    ...citing(state, 'interpretation of Art. 15'),
  });
}

function recordDecision(command: CommandOf<'RecordDecision'>, state: ApplicationCase): Result {
  const { decisionId, subjectVersion, subjectHash, outcome } = command;
  const { caseId, decisions, versions } = state;
  const { manifestHash } = currentVersion(state);
  if (!decisions.includes(decisionId)) return deny('decision-unknown', { params: { decisionId } });
  if (decisionId !== decisions.at(-1)) return accept();
  // Another plan proposed in between voids the decision, even where the plan is the same again by now.
  const others = versions.filter((each) => each.manifestHash !== subjectHash);
  if (subjectHash !== manifestHash || others.some(({ version }) => version > subjectVersion)) {
    return deny('decision-of-other-version', { params: { decided: subjectHash, current: manifestHash } });
  }
  return accept<ApplicationEvent>(
    outcome === 'approved'
      ? approved(state, decisionId)
      : {
          type: 'ApplicationDeclined',
          data: { caseId, decisionId, manifestHash },
          ...citing(state, 'Art. 15'),
        },
  );
}

/** A void decision is spent: the current version is proposed under the next id, once. */
function proposeAnew({ decisionId }: CommandOf<'RecordDecisionVoided'>, state: ApplicationCase): Result {
  const { decisions } = state;
  if (!decisions.includes(decisionId)) return deny('decision-unknown', { params: { decisionId } });
  if (decisionId !== decisions.at(-1)) return accept();
  const reviewId = 'reviewId' in state ? state.reviewId : null;
  return accept<ApplicationEvent>(
    formationProposal(state, currentVersion(state), reviewId, nextDecisionId(state)),
  );
}

function approved(state: ApplicationCase, decisionId: string): ApplicationApproved {
  const { caseId, competentUnit, province, policy, contacts, filedAt, acceptedAt } = state;
  const { version, manifestHash, manifest } = currentVersion(state);
  const { leadUnit, members, field, name, entity, constructionMonths, milestones, investment } =
    completeManifest(manifest);
  return {
    type: 'ApplicationApproved',
    data: {
      caseId,
      decisionId,
      version,
      baselineHash: manifestHash,
      leadUnit: leadUnit.organisation,
      competentUnit,
      province,
      members: members.map(({ organisation }) => organisation),
      field,
      proposedName: name.zh,
      englishName: name.en,
      entity,
      constructionMonths,
      milestones,
      investment: investmentBySource(investment),
      directorCandidate: contacts['director-candidate'] ?? null,
      policyId: policy.id,
      policyHash: policy.hash,
      area: entity.registration.area,
      ...(filedAt === null ? {} : { filedAt }),
      ...(acceptedAt === null ? {} : { acceptedAt }),
    },
    ...citing(state, 'Art. 15'),
    evidence: [manifestHash],
  };
}

function isWithdrawalRequested(state: ApplicationCase): boolean {
  return 'withdrawalRequested' in state && state.withdrawalRequested;
}
