import { accept, type DecisionContext, type DecisionResult, type Finding } from '@iic/event-sourcing';
import { dayOf, evaluateCompletion, findingsOf, type PolicyPack } from '@iic/policy';
import { isUscc, isWithinArea } from '@iic/reference-data';
import type {
  RecordReviewConclusion,
  RecordReviewers,
  RecordReviewWithdrawal,
  RequestAcceptance,
} from './commands.ts';
import { contradictions } from './consistency.ts';
import type { MilestoneProgress, ProjectEvent, RegisteredEntity } from './events.ts';
import { evolve } from './evolve.ts';
import { recorded, stoppedBy } from './findings.ts';
import { weightedCompletion, wrongMilestones } from './progress.ts';
import { proposal } from './proposal.ts';
import { type Denied, deny } from './refuse.ts';
import type { InRectification, Project, ProjectState, UnderConstruction } from './state.ts';
import { missedWarning } from './time.ts';

/** Asks for acceptance with the evidence it needs; every further request is a further round. */
export function requestAcceptance(
  command: RequestAcceptance,
  state: UnderConstruction | InRectification,
  pack: PolicyPack,
  { now }: DecisionContext,
): DecisionResult<ProjectEvent> {
  const { project } = state;
  const { subjectHash, entity, director, reportHash, completion, justifications } = command;
  const percent = weightedCompletion(project.plan.milestones, completion);
  const findings = [
    ...evaluateCompletion(pack, percent),
    ...(entity.independent ? [] : findingsOf(pack, 'entity-not-independent')),
    ...registrationFindings(entity, project, pack),
    ...lateFindings(state, pack, now),
    ...contradictions(command, project),
  ];
  const wrong =
    wrongEntity(entity, now) ??
    outsideProvince(entity, project, findings) ??
    wrongCompletion(completion, project) ??
    stoppedBy(findings, justifications);
  if (wrong !== undefined) return wrong;
  return accept({
    type: 'AcceptanceRequested',
    data: {
      caseId: project.caseId,
      round: project.rounds + 1,
      subjectHash,
      leadUnit: project.leadUnit,
      competentUnit: project.competentUnit,
      province: project.province,
      members: [...project.plan.members],
      field: project.field,
      proposedName: project.proposedName,
      director: director.subject,
      entity,
      reportHash,
      completion: [...completion],
      completionPercent: percent,
      findings: recorded(findings, justifications),
      policyId: project.policy.id,
      policyHash: project.policy.hash,
    },
    personal: director,
    policy: { ...project.policy, article: 'Art. 17' },
    evidence: [entity.evidenceHash, reportHash],
  });
}

/** Takes over who may read the project; those of another subject, or whom it knows already, change nothing. */
export function recordReviewers(
  { reviewId, subjectHash, reviewers }: RecordReviewers,
  state: ProjectState,
): DecisionResult<ProjectEvent> {
  if (state.status !== 'acceptance-requested' || state.request.subjectHash !== subjectHash) return accept();
  if (reviewers.join() === state.reviewers.join()) return accept();
  const { round } = state.request;
  return accept({ type: 'ProjectReviewersRecorded', data: { round, reviewId, reviewers: [...reviewers] } });
}

/** Takes the panel's conclusion over and proposes the decision; a conclusion about something else is ignored. */
export function recordReviewConclusion(
  { reviewId, subjectHash, recommendation, opinionHash }: RecordReviewConclusion,
  state: ProjectState,
): DecisionResult<ProjectEvent> {
  if (state.status !== 'acceptance-requested' || state.request.subjectHash !== subjectHash) return accept();
  const { project, request } = state;
  const { round } = request;
  return accept<ProjectEvent>(
    {
      type: 'AcceptanceReviewConcluded',
      data: { round, reviewId, recommendation, opinionHash },
      evidence: [opinionHash],
    },
    {
      type: 'AcceptanceDecisionProposed',
      data: proposal(project, {
        kind: 'acceptance',
        number: round,
        subjectHash,
        reviewId,
        summary: {
          zh: `“${project.proposedName}”第${round}次验收`,
          en: `Acceptance of “${project.englishName}”, round ${round}`,
        },
      }),
      policy: { ...project.policy, article: 'Art. 17' },
    },
  );
}

/** The review ended without a conclusion: the period goes on and acceptance may be requested again. */
export function recordReviewWithdrawal(
  { reviewId, subjectHash, basis }: RecordReviewWithdrawal,
  state: ProjectState,
  context: DecisionContext,
): DecisionResult<ProjectEvent> {
  if (state.status !== 'acceptance-requested' || state.request.subjectHash !== subjectHash) return accept();
  const { project, request, rectification } = state;
  const withdrawn: ProjectEvent = {
    type: 'AcceptanceReviewWithdrawn',
    data: {
      round: request.round,
      reviewId,
      basis,
      dueAt: rectification?.dueAt ?? project.plan.dueAt,
    },
  };
  return accept(withdrawn, ...missedWarning(evolve(state, withdrawn), context));
}

function wrongEntity({ uscc, registeredOn }: RegisteredEntity, now: string): Denied | undefined {
  if (!isUscc(uscc)) return deny('uscc-invalid', { params: { uscc } });
  return registeredOn > dayOf(now) ? deny('registration-in-future', { params: { registeredOn } }) : undefined;
}

function outsideProvince(
  { area }: RegisteredEntity,
  { province }: Project,
  findings: readonly Finding[],
): Denied | undefined {
  const finding = findings.find(({ code }) => code === 'registration-outside-province');
  if (finding?.strength !== 'hard') return undefined;
  return deny('registration-outside-province', { params: { area, province }, findings: [finding] });
}

function registrationFindings(
  { area }: RegisteredEntity,
  { province }: Project,
  pack: PolicyPack,
): readonly Finding[] {
  return isWithinArea(area, province)
    ? []
    : findingsOf(pack, 'registration-outside-province', { area, province });
}

function wrongCompletion(completion: readonly MilestoneProgress[], { plan }: Project): Denied | undefined {
  const planned = plan.milestones.map(({ id }) => id);
  const wrong = wrongMilestones(completion, new Set(planned));
  if (wrong !== undefined) return wrong;
  const given = new Set(completion.map(({ id }) => id));
  const missing = planned.find((id) => !given.has(id));
  return missing === undefined ? undefined : deny('milestone-missing', { params: { milestone: missing } });
}

function lateFindings(
  state: UnderConstruction | InRectification,
  pack: PolicyPack,
  now: string,
): readonly Finding[] {
  const dueAt = state.status === 'under-construction' ? state.project.plan.dueAt : state.rectification.dueAt;
  return now <= dueAt ? [] : findingsOf(pack, 'requested-after-period', { dueAt });
}
