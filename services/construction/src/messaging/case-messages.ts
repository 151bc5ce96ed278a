import {
  ApplicationApproved,
  CaseCompetentUnitReassigned,
  DecisionAnnulled,
  DecisionResumed,
  DecisionSuspended,
  DecisionTaken,
  ReviewConcluded,
  ReviewersChanged,
  ReviewWithdrawn,
} from '@iic/contracts';
import { CommandRefused } from '@iic/event-sourcing';
import { done, type HandlerResult, MessageHandlers, type MessageOf, PermanentFailure } from '@iic/messaging';
import { CommandExecutor, causedBy, ServiceRuntime } from '@iic/service-kit';
import { Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { ProjectReaction, RecordApprovalChange, StartProject } from '../domain/project/commands.ts';
import type { ConstructionProject } from '../domain/project/project.ts';
import { projectStream } from '../domain/project/state.ts';
import { PROJECT } from '../project-token.ts';

/** Contracts of the messages handled here. */
export const consumedContracts = [
  ApplicationApproved,
  CaseCompetentUnitReassigned,
  DecisionAnnulled,
  DecisionResumed,
  DecisionSuspended,
  DecisionTaken,
  ReviewConcluded,
  ReviewersChanged,
  ReviewWithdrawn,
] as const;

/** What other services' events mean for a project. */
@MessageHandlers()
export class CaseMessages {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    @Inject(PROJECT) private readonly project: ConstructionProject,
  ) {}

  /** An approved formation plan is built; the plan's hash becomes the baseline (Art. 16). */
  @EventPattern(ApplicationApproved.type)
  async start(@Payload() message: MessageOf<typeof ApplicationApproved>): Promise<HandlerResult> {
    const { data, effectiveAt } = message;
    return this.#issue(message, data.caseId, startOf(data, effectiveAt), data.province);
  }

  @EventPattern(CaseCompetentUnitReassigned.type)
  async reassign(@Payload() message: MessageOf<typeof CaseCompetentUnitReassigned>): Promise<HandlerResult> {
    const { caseId, competentUnit } = message.data;
    return this.#issue(message, caseId, { type: 'ReassignCompetentUnit', competentUnit });
  }

  @EventPattern(ReviewersChanged.type)
  async admit(@Payload() message: MessageOf<typeof ReviewersChanged>): Promise<HandlerResult> {
    const { kind, caseId, reviewId, subjectHash, reviewers } = message.data;
    if (kind !== 'acceptance') return done();
    return this.#issue(message, caseId, { type: 'RecordReviewers', reviewId, subjectHash, reviewers });
  }

  @EventPattern(ReviewConcluded.type)
  async conclude(@Payload() message: MessageOf<typeof ReviewConcluded>): Promise<HandlerResult> {
    const { kind, caseId, reviewId, subjectHash, recommendation, opinionHash } = message.data;
    if (kind !== 'acceptance') return done();
    return this.#issue(message, caseId, {
      type: 'RecordReviewConclusion',
      reviewId,
      subjectHash,
      recommendation,
      opinionHash,
    });
  }

  @EventPattern(ReviewWithdrawn.type)
  async withdrawReview(@Payload() message: MessageOf<typeof ReviewWithdrawn>): Promise<HandlerResult> {
    const { kind, caseId, reviewId, subjectHash, basis } = message.data;
    if (kind !== 'acceptance') return done();
    return this.#issue(message, caseId, { type: 'RecordReviewWithdrawal', reviewId, subjectHash, basis });
  }

  /** Every decision is taken elsewhere; here it has its consequences. */
  @EventPattern(DecisionTaken.type)
  async decide(@Payload() message: MessageOf<typeof DecisionTaken>): Promise<HandlerResult> {
    const { caseId, subject, decisionId, subjectHash, outcome, article, effectiveDate, conditions } =
      message.data;
    if (subject !== projectStream(caseId)) return done();
    const { rectificationMonths, newDueAt } = conditions;
    return this.#issue(message, caseId, {
      type: 'RecordDecision',
      decisionId,
      subjectHash,
      outcome,
      article,
      effectiveDate,
      ...(rectificationMonths === undefined ? {} : { rectificationMonths }),
      ...(newDueAt === undefined ? {} : { newDueAt }),
    });
  }

  @EventPattern(DecisionSuspended.type)
  suspend(@Payload() message: MessageOf<typeof DecisionSuspended>): Promise<HandlerResult> {
    return this.#follow(message, 'suspended');
  }

  @EventPattern(DecisionResumed.type)
  resume(@Payload() message: MessageOf<typeof DecisionResumed>): Promise<HandlerResult> {
    return this.#follow(message, 'resumed');
  }

  @EventPattern(DecisionAnnulled.type)
  annul(@Payload() message: MessageOf<typeof DecisionAnnulled>): Promise<HandlerResult> {
    return this.#follow(message, 'annulled');
  }

  #follow(
    message: MessageOf<typeof DecisionSuspended | typeof DecisionResumed | typeof DecisionAnnulled>,
    change: RecordApprovalChange['change'],
  ): Promise<HandlerResult> {
    const { caseId, decisionId } = message.data;
    return this.#issue(message, caseId, { type: 'RecordApprovalChange', decisionId, change });
  }

  async #issue(
    message: { readonly id: string; readonly key: string; readonly recordedAt: string },
    caseId: string,
    command: ProjectReaction,
    province?: string,
  ): Promise<HandlerResult> {
    const { state } = await this.runtime.handler.load(this.project, caseId);
    const jurisdiction = state.status === 'not-started' ? province : state.project.province;
    // Nothing but the approval concerns a case that is not being built.
    if (jurisdiction === undefined) return done();
    const caused = causedBy(message, command.type, jurisdiction);
    try {
      await this.commands.issue(this.project, caseId, command, caused);
      return done();
    } catch (error) {
      if (!(error instanceof CommandRefused)) throw error;
      throw new PermanentFailure(`${command.type} of ${caseId} was refused: ${error.refusal.code}.`);
    }
  }
}

/** Only what is known here is taken over: another field of a later version must not slip into our log. */
function startOf(approved: ApplicationApproved['data'], approvedAt: string): StartProject {
  return {
    type: 'StartProject',
    caseId: approved.caseId,
    decisionId: approved.decisionId,
    baselineHash: approved.baselineHash,
    leadUnit: approved.leadUnit,
    competentUnit: approved.competentUnit,
    province: approved.province,
    members: approved.members,
    field: approved.field,
    proposedName: approved.proposedName,
    englishName: approved.englishName,
    entity: approved.entity,
    directorCandidate: approved.directorCandidate,
    milestones: approved.milestones,
    investment: approved.investment,
    approvedAt,
    constructionMonths: approved.constructionMonths,
    policyId: approved.policyId,
    policyHash: approved.policyHash,
  };
}
