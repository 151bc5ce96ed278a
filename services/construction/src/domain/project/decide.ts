import { accept, type DecisionContext, type DecisionResult } from '@iic/event-sourcing';
import { dueAt, type PolicyPacks, warningAt } from '@iic/policy';
import {
  recordReviewConclusion,
  recordReviewers,
  recordReviewWithdrawal,
  requestAcceptance,
} from './acceptance.ts';
import {
  giveAdjustmentOpinion,
  proposeAdjustment,
  proposeAdjustmentDecision,
  withdrawAdjustment,
} from './adjustment.ts';
import { barredFrom, notNow } from './available-acts.ts';
import type {
  GiveAdjustmentOpinion,
  ProjectAct,
  ProjectCommand,
  ProposeAdjustmentDecision,
  ReassignCompetentUnit,
  StartProject,
  WithdrawAdjustment,
} from './commands.ts';
import { recordDecision } from './decision.ts';
import type { ProjectEvent } from './events.ts';
import { haltedBy, recordApprovalChange } from './halt.ts';
import { publicMoney } from './money.ts';
import { correctProgress, reportProgress } from './progress.ts';
import { deny } from './refuse.ts';
import { proposeRevocation } from './revocation.ts';
import type {
  AdjustmentBeforeUnit,
  InRectification,
  ProjectState,
  StartedState,
  UnderConstruction,
} from './state.ts';
import { passDeadline } from './time.ts';

const acceptable = ['under-construction', 'rectification', 'rectification-expired'];

type Result = DecisionResult<ProjectEvent>;

/** Decides every command; the rules are those of the policy pack the case is pinned to. */
export function createDecide(packs: PolicyPacks) {
  return (command: ProjectCommand, state: ProjectState, context: DecisionContext): Result => {
    switch (command.type) {
      case 'StartProject':
        return startProject(command, state, packs);
      case 'ReassignCompetentUnit':
        return reassignCompetentUnit(command, state);
      case 'RecordReviewers':
        return recordReviewers(command, state);
      case 'RecordReviewConclusion':
        return recordReviewConclusion(command, state);
      case 'RecordReviewWithdrawal':
        return recordReviewWithdrawal(command, state, context);
      case 'RecordDecision':
        return state.status === 'not-started'
          ? accept()
          : (haltedBy(state) ?? recordDecision(command, state, packs.getPinned(state.project.policy)));
      case 'RecordApprovalChange':
        return recordApprovalChange(command, state);
      case 'PassDeadline':
        return passDeadline(command, state, context);
      default:
        if (state.status === 'not-started') return deny('project-not-started');
        return (
          barredFrom(command.type, state, context.actor) ??
          haltedBy(state) ??
          act(command, state, packs, context)
        );
    }
  };
}

function act(command: ProjectAct, state: StartedState, packs: PolicyPacks, context: DecisionContext): Result {
  const { project } = state;
  const pack = packs.getPinned(project.policy);
  switch (command.type) {
    case 'ReportProgress':
      return reportProgress(command, project, pack, context);
    case 'CorrectProgress':
      return correctProgress(command, project);
    case 'ProposeAdjustment':
      return state.status === 'under-construction'
        ? proposeAdjustment(command, state, pack)
        : notNow(command.type, state);
    case 'WithdrawAdjustment':
    case 'GiveAdjustmentOpinion':
    case 'ProposeAdjustmentDecision':
      return state.status === 'adjustment-proposed'
        ? answerAdjustment(command, state)
        : notNow(command.type, state);
    case 'RequestAcceptance':
      return isAcceptable(state)
        ? requestAcceptance(command, state, pack, context)
        : notNow(command.type, state);
    case 'ProposeRevocation':
      return state.status === 'rectification-expired'
        ? proposeRevocation(command, state)
        : notNow(command.type, state);
    default:
      return command satisfies never;
  }
}

/** Whether acceptance may be requested; a late request is still one (Art. 17 sets no bar). */
function isAcceptable(state: StartedState): state is UnderConstruction | InRectification {
  return acceptable.some((status) => status === state.status);
}

function answerAdjustment(
  command: WithdrawAdjustment | GiveAdjustmentOpinion | ProposeAdjustmentDecision,
  state: AdjustmentBeforeUnit,
): Result {
  if (command.number !== state.adjustment.number) return deny('no-open-adjustment');
  switch (command.type) {
    case 'WithdrawAdjustment':
      return withdrawAdjustment(command, state);
    case 'GiveAdjustmentOpinion':
      return giveAdjustmentOpinion(command, state);
    default:
      return proposeAdjustmentDecision(state);
  }
}

/** Starts once for a case; the same approval again changes nothing. */
function startProject(
  { type: _, ...approved }: StartProject,
  state: ProjectState,
  packs: PolicyPacks,
): Result {
  if (state.status !== 'not-started') {
    return state.project.approval === approved.decisionId ? accept() : deny('project-already-started');
  }
  const { policyId, policyHash, approvedAt, constructionMonths, baselineHash } = approved;
  const { constructionPeriod, constructionWarningLead } = packs.getPinned({
    id: policyId,
    hash: policyHash,
  }).parameters;
  const end = dueAt({ ...constructionPeriod, value: constructionMonths, unit: 'months' }, approvedAt);
  return accept({
    type: 'ProjectStarted',
    data: {
      ...approved,
      dueAt: end,
      warnAt: warningAt(constructionWarningLead, end),
      publicPlannedFen: publicMoney(approved.investment),
    },
    effectiveAt: approvedAt,
    policy: { id: policyId, hash: policyHash, article: 'Art. 16' },
    evidence: [baselineHash],
  });
}

function reassignCompetentUnit({ competentUnit }: ReassignCompetentUnit, state: ProjectState): Result {
  if (state.status === 'not-started' || state.project.competentUnit === competentUnit) return accept();
  return accept({
    type: 'ProjectCompetentUnitReassigned',
    data: { competentUnit, previous: state.project.competentUnit },
  });
}
