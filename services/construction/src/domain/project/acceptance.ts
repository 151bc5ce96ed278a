import { accept, type DecisionContext, type DecisionResult, type Finding } from '@iic/event-sourcing';
import { dayOf } from '../calendar.ts';
import { isUscc, isWithin } from '../codes.ts';
import type { RecordReviewConclusion, RecordReviewWithdrawal, RequestAcceptance } from './commands.ts';
import type { MilestoneProgress, ProjectEvent, RegisteredEntity } from './events.ts';
import { recorded, stoppedBy } from './findings.ts';
import { weightedCompletion, wrongMilestones } from './progress.ts';
import { proposal } from './proposal.ts';
import { type Denied, deny } from './refuse.ts';
import type { ConstructionRules } from './rules.ts';
import type { InRectification, Project, ProjectState, UnderConstruction } from './state.ts';

/** Asks for acceptance with the evidence it needs; every further request is a further round. */
export function requestAcceptance(
  command: RequestAcceptance,
  state: UnderConstruction | InRectification,
  rules: ConstructionRules,
  { now }: DecisionContext,
): DecisionResult<ProjectEvent> {
  const { project } = state;
  const { subjectHash, entity, director, reportHash, completion, justifications } = command;
  const percent = weightedCompletion(project.plan.milestones, completion);
  const findings = [
    ...completionFindings(percent, rules),
    ...entityFindings(entity, rules),
    ...lateFindings(state, now),
  ];
  const wrong =
    wrongEntity(entity, project, now) ??
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
): DecisionResult<ProjectEvent> {
  if (state.status !== 'acceptance-requested' || state.request.subjectHash !== subjectHash) return accept();
  const { project, request, rectification } = state;
  return accept({
    type: 'AcceptanceReviewWithdrawn',
    data: {
      round: request.round,
      reviewId,
      basis,
      dueAt: rectification?.dueAt ?? project.plan.dueAt,
    },
  });
}

function wrongEntity(entity: RegisteredEntity, { province }: Project, now: string): Denied | undefined {
  const { uscc, area, registeredOn } = entity;
  if (!isUscc(uscc)) return deny('uscc-invalid', { params: { uscc } });
  if (registeredOn > dayOf(now)) return deny('registration-in-future', { params: { registeredOn } });
  if (isWithin(area, province)) return undefined;
  return deny('registration-outside-province', {
    params: { area, province },
    findings: [{ code: 'registration-outside-province', strength: 'hard', article: 'Art. 6' }],
  });
}

function wrongCompletion(completion: readonly MilestoneProgress[], { plan }: Project): Denied | undefined {
  const planned = plan.milestones.map(({ id }) => id);
  const wrong = wrongMilestones(completion, new Set(planned));
  if (wrong !== undefined) return wrong;
  const given = new Set(completion.map(({ id }) => id));
  const missing = planned.find((id) => !given.has(id));
  return missing === undefined ? undefined : deny('milestone-missing', { params: { milestone: missing } });
}

/** The lowest threshold that is missed says it all. */
function completionFindings(percent: number, { completion }: ConstructionRules): readonly Finding[] {
  return completion
    .filter((threshold) => (threshold.inclusive ? percent < threshold.percent : percent <= threshold.percent))
    .map(({ code, percent: threshold, strength, article }) => ({
      code,
      strength,
      article,
      params: { percent, threshold },
    }));
}

function entityFindings(
  { independent }: RegisteredEntity,
  { independentEntity }: ConstructionRules,
): readonly Finding[] {
  return independent ? [] : [{ code: 'entity-not-independent', ...independentEntity }];
}

function lateFindings(state: UnderConstruction | InRectification, now: string): readonly Finding[] {
  const dueAt = state.status === 'under-construction' ? state.project.plan.dueAt : state.rectification.dueAt;
  if (now <= dueAt) return [];
  const article = state.status === 'under-construction' ? 'Art. 16' : 'Art. 17';
  return [{ code: 'requested-after-period', strength: 'advisory', article, params: { dueAt } }];
}
