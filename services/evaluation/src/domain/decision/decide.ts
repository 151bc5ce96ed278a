import { accept, type DecisionContext, type DecisionResult } from '@iic/event-sourcing';
import { type Denial, deny } from '../problems.ts';
import { wrongRole } from '../roles.ts';
import type { EvaluationRules, RulesOf } from '../rules.ts';
import { approveDecision, returnPreparation } from './approval.ts';
import { decisionActions, decisionActors, isPossible, type StateFor } from './available-actions.ts';
import { approveChange, proposeChange, returnChange } from './change.ts';
import type { DecisionAct, DecisionActType, DecisionCommand, ProposeDecision } from './commands.ts';
import { recordDepartmentOpinion, requestDepartmentOpinion, waiveDepartmentOpinion } from './consultation.ts';
import type { DecisionEvent } from './events.ts';
import { type DecisionTools, prepareDecision } from './preparation.ts';
import { recordDocument, recordSerial } from './publication.ts';
import type { DecisionState } from './state.ts';

type Result = DecisionResult<DecisionEvent>;
type Existing = Exclude<DecisionState, { status: 'none' }>;

type Handler<Type extends DecisionActType> = (
  act: DecisionAct<Type>,
  state: StateFor<Type>,
  context: DecisionContext,
  tools: DecisionTools,
) => Result;

const handlers: { readonly [Type in DecisionActType]: Handler<Type> } = {
  RequestDepartmentOpinion: requestDepartmentOpinion,
  RecordDepartmentOpinion: recordDepartmentOpinion,
  WaiveDepartmentOpinion: waiveDepartmentOpinion,
  PrepareDecision: prepareDecision,
  ReturnPreparation: returnPreparation,
  ApproveDecision: approveDecision,
  ProposeChange: proposeChange,
  ReturnChange: returnChange,
  ApproveChange: approveChange,
};

/** Decides about decisions of the PDRC of every kind. */
export function createDecisionDecide(rulesOf: RulesOf) {
  return (command: DecisionCommand, state: DecisionState, context: DecisionContext): Result => {
    if (command.type === 'ProposeDecision') return propose(command, state, rulesOf(command.policy));
    if (state.status === 'none') return deny('decision-unknown');
    switch (command.type) {
      case 'ReassignDecision':
        return reassign(command.competentUnit, state);
      case 'RecordSerial':
        return recordSerial(command, state);
      case 'RecordDocument':
        return recordDocument(command, state);
      default:
        return byPerson(command, state, context, rulesOf(state.file.policy));
    }
  };
}

function byPerson(
  command: DecisionAct,
  state: Existing,
  context: DecisionContext,
  rules: EvaluationRules,
): Result {
  const denial = wrongRole(context.actor, decisionActors[command.type]);
  if (denial !== undefined) return denial;
  const kind = rules.decisions[state.file.kind];
  return kind === undefined ? deny('decision-unknown') : act(command, state, context, { rules, kind });
}

function act<Type extends DecisionActType>(
  command: DecisionAct<Type>,
  state: DecisionState,
  context: DecisionContext,
  tools: DecisionTools,
): Result {
  const type: Type = command.type;
  return isPossible(type, state) ? handlers[type](command, state, context, tools) : notNow(type, state);
}

function notNow(act: DecisionActType, { status }: DecisionState): Denial {
  if (status === 'annulled' || status === 'void') return deny('decision-ended');
  return deny('decision-step-passed', {
    params: { act, status, possible: decisionActions[status].join(', ') },
  });
}

function propose(command: ProposeDecision, state: DecisionState, rules: EvaluationRules): Result {
  const { type: _, policy, ...proposal } = command;
  if (state.status !== 'none') return proposeAgain(command, state);
  const kind = rules.decisions[proposal.kind];
  if (kind === undefined)
    return deny('decision-kind-unknown', {
      params: { kind: proposal.kind, allowed: Object.keys(rules.decisions).join(', ') },
    });
  return accept<DecisionEvent>({
    type: 'DecisionOpened',
    data: { ...proposal, policyId: policy.id, policyHash: policy.hash },
    policy: { ...policy, article: kind.article },
  });
}

/**
 * A decision is about one version: another one starts it anew, or voids what was decided meanwhile. Once it is
 * void, the owner asks for another decision; what it proposed before it knew changes nothing.
 */
function proposeAgain(
  { caseId, kind, subject, subjectHash, subjectVersion, reviewId, summary }: ProposeDecision,
  state: Existing,
): Result {
  const { file } = state;
  if (file.caseId !== caseId || file.kind !== kind || file.subject !== subject)
    return deny('decision-id-in-use');
  if (file.subjectHash === subjectHash || state.status === 'void') return accept();
  const { decisionId } = file;
  if (state.status === 'annulled') return deny('decision-ended');
  if (state.status === 'taken' || state.status === 'suspended')
    return accept<DecisionEvent>({
      type: 'DecisionVoided',
      data: { decisionId, caseId, subjectHash, reason: 'subject-changed' },
    });
  return accept<DecisionEvent>({
    type: 'DecisionSubjectChanged',
    data: {
      decisionId,
      caseId,
      subjectVersion,
      subjectHash,
      previousHash: file.subjectHash,
      reviewId,
      summary,
      invalidatedApprovals: state.status === 'prepared' ? [...state.approvals] : [],
    },
  });
}

function reassign(competentUnit: string, { file }: Existing): Result {
  const previous = file.competentUnit;
  return previous === competentUnit
    ? accept()
    : accept<DecisionEvent>({ type: 'DecisionCompetentUnitReassigned', data: { competentUnit, previous } });
}
