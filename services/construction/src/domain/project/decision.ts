import { accept, type DecisionResult } from '@iic/event-sourcing';
import { addMonths, dayOf, dueAt, endOfDay, type PolicyPack, startOfDay, warningAt } from '@iic/policy';
import type { RecordDecision } from './commands.ts';
import type { ProjectEvent } from './events.ts';
import { publicMoney } from './money.ts';
import { type Denied, deny } from './refuse.ts';
import type {
  AcceptanceBeforePdrc,
  AdjustmentBeforePdrc,
  ProjectState,
  Rectification,
  RevocationBeforePdrc,
} from './state.ts';

type Deciding = AdjustmentBeforePdrc | AcceptanceBeforePdrc | RevocationBeforePdrc;

/**
 * Draws the consequences of a decision. One about another version than the one now proposed, or that is not
 * awaited, has none: nothing is recorded.
 */
export function recordDecision(
  command: RecordDecision,
  state: ProjectState,
  pack: PolicyPack,
): DecisionResult<ProjectEvent> {
  if (!('decision' in state)) return accept();
  const { decisionId, subjectHash } = state.decision;
  if (decisionId !== command.decisionId || subjectHash !== command.subjectHash) return accept();
  const consequence = consequenceOf(command, state, pack);
  if ('refused' in consequence) return consequence;
  return accept({
    ...consequence,
    effectiveAt: startOfDay(command.effectiveDate),
    policy: { ...state.project.policy, article: command.article },
  });
}

function consequenceOf(command: RecordDecision, state: Deciding, pack: PolicyPack): ProjectEvent | Denied {
  switch (state.status) {
    case 'adjustment-decision-pending':
      return afterAdjustmentDecision(command, state, pack);
    case 'acceptance-decision-pending':
      return afterAcceptanceDecision(command, state, pack);
    case 'revocation-decision-pending':
      return afterRevocationDecision(command, state, pack);
    default:
      return state satisfies never;
  }
}

function afterAdjustmentDecision(
  command: RecordDecision,
  { project, adjustment }: AdjustmentBeforePdrc,
  pack: PolicyPack,
): ProjectEvent | Denied {
  const { decisionId, outcome, newDueAt } = command;
  const { number, changes } = adjustment;
  if (outcome === 'declined') return { type: 'AdjustmentDeclined', data: { number, decisionId } };
  if (outcome !== 'approved') return unknownOutcome(command);
  const extended = endOfDay(addMonths(dayOf(project.plan.dueAt), changes.extensionMonths ?? 0));
  const end = newDueAt ?? extended;
  const warnAt = warningAt(pack.parameters.constructionWarningLead, end);
  const publicPlannedFen = publicMoney(changes.investment ?? project.plan.investment);
  return {
    type: 'AdjustmentApproved',
    data: { number, decisionId, changes, dueAt: end, warnAt, publicPlannedFen },
  };
}

function afterAcceptanceDecision(
  command: RecordDecision,
  { project, request, rectification }: AcceptanceBeforePdrc,
  pack: PolicyPack,
): ProjectEvent | Denied {
  const { decisionId, outcome, effectiveDate } = command;
  const { round, entity, director } = request;
  switch (outcome) {
    case 'accepted':
      return {
        type: 'AcceptancePassed',
        data: {
          caseId: project.caseId,
          round,
          decisionId,
          proposedName: project.proposedName,
          englishName: project.englishName,
          leadUnit: project.leadUnit,
          competentUnit: project.competentUnit,
          province: project.province,
          area: entity.area,
          field: project.field,
          entity,
          director,
          effectiveDate,
          policyId: project.policy.id,
          policyHash: project.policy.hash,
        },
      };
    case 'rectification':
      return ordered(command, rectification, pack);
    case 'not-accepted':
      // Art. 17 owes every first failure a period, so without one running the default period is set.
      return rectification === null
        ? ordered(command, rectification, pack)
        : { type: 'AcceptanceNotPassed', data: { round, decisionId, dueAt: rectification.dueAt } };
    default:
      return unknownOutcome(command);
  }
}

function afterRevocationDecision(
  command: RecordDecision,
  { project, rectification }: RevocationBeforePdrc,
  pack: PolicyPack,
): ProjectEvent | Denied {
  const { decisionId, outcome, effectiveDate } = command;
  if (outcome === 'rectification') return ordered(command, rectification, pack);
  if (outcome !== 'revoked') return unknownOutcome(command);
  const { caseId, proposedName, leadUnit, competentUnit, province } = project;
  return {
    type: 'FormationApprovalRevoked',
    data: { caseId, decisionId, proposedName, leadUnit, competentUnit, province, effectiveDate },
  };
}

function ordered(
  { decisionId, effectiveDate, rectificationMonths, newDueAt }: RecordDecision,
  former: Rectification | null,
  pack: PolicyPack,
): ProjectEvent {
  const { rectificationPeriod, rectificationWarningLead } = pack.parameters;
  const period =
    rectificationMonths === undefined
      ? rectificationPeriod
      : ({ ...rectificationPeriod, value: rectificationMonths, unit: 'months' } as const);
  const end = newDueAt ?? dueAt(period, startOfDay(effectiveDate));
  const warnAt = warningAt(rectificationWarningLead, end);
  const number = (former?.number ?? 0) + 1;
  return { type: 'RectificationOrdered', data: { number, decisionId, dueAt: end, warnAt } };
}

function unknownOutcome({ decisionId, outcome }: RecordDecision): Denied {
  return deny('decision-outcome-unknown', { params: { decision: decisionId, outcome } });
}
