import type {
  DecisionTaken,
  DecisionVoided,
  ReviewConcluded,
  ReviewersChanged,
  ReviewOpened,
  ReviewWithdrawn,
  WithdrawalRefused,
} from '@iic/contracts';
import { CommandRefused } from '@iic/event-sourcing';
import { done, type HandlerResult, type Message, MessageHandlers, type MessageOf } from '@iic/messaging';
import { CommandExecutor, causedBy, ServiceRuntime } from '@iic/service-kit';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Applications } from '../aggregates.ts';
import type { ReactionCommand } from '../domain/application/commands.ts';

const formation = 'formation';

/** Refusals that mean the fact is about a version, or a state, the case has left: nothing is to be recorded. */
const overtaken: readonly string[] = [
  'wrong-state',
  'withdrawal-not-requested',
  'review-of-other-version',
  'decision-of-other-version',
];

/** What evaluation decides about a case, drawn into the case by its owner. */
@MessageHandlers()
export class ReviewHandlers {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    private readonly applications: Applications,
  ) {}

  @EventPattern('ReviewOpened')
  async reviewOpened(@Payload() message: MessageOf<typeof ReviewOpened>): Promise<HandlerResult> {
    const { kind, caseId, reviewId } = message.data;
    if (kind !== formation) return done();
    return this.#record(message, caseId, { type: 'RecordReviewStarted', reviewId });
  }

  @EventPattern('ReviewersChanged')
  async reviewersChanged(@Payload() message: MessageOf<typeof ReviewersChanged>): Promise<HandlerResult> {
    const { kind, caseId, reviewId, reviewers } = message.data;
    if (kind !== formation) return done();
    return this.#record(message, caseId, { type: 'RecordReviewers', reviewId, reviewers });
  }

  @EventPattern('ReviewConcluded')
  async reviewConcluded(@Payload() message: MessageOf<typeof ReviewConcluded>): Promise<HandlerResult> {
    const { kind, caseId, reviewId, subjectHash, recommendation, opinionHash } = message.data;
    if (kind !== formation) return done();
    return this.#record(message, caseId, {
      type: 'RecordReviewConclusion',
      reviewId,
      subjectHash,
      recommendation,
      opinionHash,
    });
  }

  @EventPattern('ReviewWithdrawn')
  async reviewWithdrawn(@Payload() message: MessageOf<typeof ReviewWithdrawn>): Promise<HandlerResult> {
    const { kind, caseId, reviewId, basis, reason } = message.data;
    if (kind !== formation) return done();
    return this.#record(message, caseId, { type: 'RecordReviewWithdrawn', reviewId, basis, reason });
  }

  @EventPattern('WithdrawalRefused')
  async withdrawalRefused(@Payload() message: MessageOf<typeof WithdrawalRefused>): Promise<HandlerResult> {
    const { caseId, reason } = message.data;
    return this.#record(message, caseId, { type: 'RecordWithdrawalRefused', reason });
  }

  @EventPattern('DecisionTaken')
  async decisionTaken(@Payload() message: MessageOf<typeof DecisionTaken>): Promise<HandlerResult> {
    const { kind, caseId, decisionId, subjectVersion, subjectHash, outcome } = message.data;
    if (kind !== formation) return done();
    if (outcome !== 'approved' && outcome !== 'declined') {
      throw new Error(`A decision about a formation cannot be "${outcome}".`);
    }
    return this.#record(message, caseId, {
      type: 'RecordDecision',
      decisionId,
      outcome,
      subjectVersion,
      subjectHash,
    });
  }

  /** A decision overtaken by a revision decides nothing; another one is asked for. */
  @EventPattern('DecisionVoided')
  async decisionVoided(@Payload() message: MessageOf<typeof DecisionVoided>): Promise<HandlerResult> {
    const { caseId, decisionId } = message.data;
    return this.#record(message, caseId, { type: 'RecordDecisionVoided', decisionId });
  }

  async #record(
    message: Message<string, unknown>,
    caseId: string,
    command: ReactionCommand,
  ): Promise<HandlerResult> {
    const { state } = await this.runtime.handler.load(this.applications, caseId);
    // A withdrawal or decision of a case of another service's subject is none of intake's.
    if (state.status === 'none') return done();
    try {
      const caused = causedBy(message, command.type, state.province);
      await this.commands.issue(this.applications, caseId, command, caused);
    } catch (error) {
      if (!(error instanceof CommandRefused) || !overtaken.includes(error.refusal.code)) throw error;
      this.runtime.log.info({ caseId, event: message.type, code: error.refusal.code }, 'overtaken');
    }
    return done();
  }
}
