import { accept, type DecisionResult } from '@iic/event-sourcing';
import { monthsAfter, startOfDay } from '../calendar.ts';
import type { RecordDecision } from './commands.ts';
import type { ProjectEvent } from './events.ts';
import { type Denied, deny } from './refuse.ts';
import type { ConstructionRules } from './rules.ts';
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
  rules: ConstructionRules,
): DecisionResult<ProjectEvent> {
  if (!('decision' in state)) return accept();
  const { decisionId, subjectHash } = state.decision;
  if (decisionId !== command.decisionId || subjectHash !== command.subjectHash) return accept();
  const consequence = consequenceOf(command, state, rules);
  if ('refused' in consequence) return consequence;
  return accept({
    ...consequence,
    effectiveAt: startOfDay(command.effectiveDate),
    policy: { ...state.project.policy, article: command.article },
  });
}

function consequenceOf(
  command: RecordDecision,
  state: Deciding,
  rules: ConstructionRules,
): ProjectEvent | Denied {
  switch (state.status) {
    case 'adjustment-decision-pending':
      return afterAdjustmentDecision(command, state);
    case 'acceptance-decision-pending':
      return afterAcceptanceDecision(command, state, rules);
    case 'revocation-decision-pending':
      return afterRevocationDecision(command, state, rules);
    default:
      return state satisfies never;
  }
}

function afterAdjustmentDecision(
  command: RecordDecision,
  { project, adjustment }: AdjustmentBeforePdrc,
): ProjectEvent | Denied {
  const { decisionId, outcome, newDueAt } = command;
  const { number, changes } = adjustment;
  if (outcome === 'declined') return { type: 'AdjustmentDeclined', data: { number, decisionId } };
  if (outcome !== 'approved') return unknownOutcome(command);
  const { dueAt } = project.plan;
  const extended =
    changes.extensionMonths === undefined ? dueAt : monthsAfter(dueAt, changes.extensionMonths);
  return {
    type: 'AdjustmentApproved',
    data: { number, decisionId, changes, dueAt: newDueAt ?? extended },
  };
}

function afterAcceptanceDecision(
  command: RecordDecision,
  { project, request, rectification }: AcceptanceBeforePdrc,
  rules: ConstructionRules,
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
      return ordered(command, rectification, rules);
    case 'not-accepted':
      // Art. 17 owes every first failure a period, so without one running the default period is set.
      return rectification === null
        ? ordered(command, rectification, rules)
        : { type: 'AcceptanceNotPassed', data: { round, decisionId, dueAt: rectification.dueAt } };
    default:
      return unknownOutcome(command);
  }
}

function afterRevocationDecision(
  command: RecordDecision,
  { project, rectification }: RevocationBeforePdrc,
  rules: ConstructionRules,
): ProjectEvent | Denied {
  const { decisionId, outcome, effectiveDate } = command;
  if (outcome === 'rectification') return ordered(command, rectification, rules);
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
  rules: ConstructionRules,
): ProjectEvent {
  const months = rectificationMonths ?? rules.rectificationMonths;
  return {
    type: 'RectificationOrdered',
    data: {
      number: (former?.number ?? 0) + 1,
      decisionId,
      months,
      dueAt: newDueAt ?? monthsAfter(startOfDay(effectiveDate), months),
    },
  };
}

function unknownOutcome({ decisionId, outcome }: RecordDecision): Denied {
  return deny('decision-outcome-unknown', { params: { decision: decisionId, outcome } });
}
