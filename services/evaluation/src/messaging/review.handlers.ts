import type {
  AcceptanceRequested,
  ApplicationAccepted,
  CaseCompetentUnitReassigned,
  WithdrawalRequested,
} from '@iic/contracts';
import { done, type HandlerResult, type Message, subjectOf, waitFor } from '@iic/messaging';
import { CommandExecutor, causedBy, ServiceRuntime } from '@iic/service-kit';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Aggregates } from '../aggregates.ts';
import type { ReviewFile } from '../domain/review/events.ts';
import { OtherFacts } from '../read-model/case-files.ts';
import { decisionList } from '../read-model/decision-list.ts';
import { reviewList } from '../read-model/review-list.ts';

/** What other services' events mean for reviews. */
@Controller()
export class ReviewHandlers {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    private readonly aggregates: Aggregates,
    private readonly others: OtherFacts,
  ) {}

  /** 受理: the experts' review of the plan begins (Art. 15). */
  @EventPattern('ApplicationAccepted')
  async reviewPlan(
    @Payload() message: Message<'ApplicationAccepted', ApplicationAccepted['data']>,
  ): Promise<HandlerResult> {
    const { caseId, version, manifestHash, policyId, policyHash, members, ...file } = message.data;
    const { leadUnit, competentUnit, province, field, proposedName } = file;
    await this.others.keepCase(caseId, { proposedName, policy: { id: policyId, hash: policyHash } });
    return this.#open(message, {
      reviewId: `${caseId}-formation-${version}`,
      kind: 'formation',
      caseId,
      sequence: version,
      subject: message.stream,
      subjectHash: manifestHash,
      leadUnit,
      competentUnit,
      province,
      members,
      field,
      proposedName,
      policy: { id: policyId, hash: policyHash },
    });
  }

  /** The acceptance panel begins its work (Art. 17). */
  @EventPattern('AcceptanceRequested')
  async reviewConstruction(
    @Payload() message: Message<'AcceptanceRequested', AcceptanceRequested['data']>,
  ): Promise<HandlerResult> {
    const { caseId, round, subjectHash, policyId, policyHash, members, ...file } = message.data;
    const { leadUnit, competentUnit, province, field, proposedName } = file;
    return this.#open(message, {
      reviewId: `${caseId}-acceptance-${round}`,
      kind: 'acceptance',
      caseId,
      sequence: round,
      subject: message.stream,
      subjectHash,
      leadUnit,
      competentUnit,
      province,
      members,
      field,
      proposedName,
      policy: { id: policyId, hash: policyHash },
    });
  }

  /** The review itself decides whether the case can still be withdrawn. */
  @EventPattern('WithdrawalRequested')
  async requestWithdrawal(
    @Payload() message: Message<'WithdrawalRequested', WithdrawalRequested['data']>,
  ): Promise<HandlerResult> {
    const { caseId, version, reason } = message.data;
    const reviewId = message.data.reviewId ?? `${caseId}-formation-${version}`;
    const { state } = await this.runtime.handler.load(this.aggregates.review, reviewId);
    if (state.status === 'none') return waitFor(subjectOf('ApplicationAccepted', message.stream));
    await this.commands.issue(
      this.aggregates.review,
      reviewId,
      { type: 'RequestWithdrawal', reason },
      causedBy(message, 'request-withdrawal', state.review.province),
    );
    return done();
  }

  /** A recorded act of the PDRC moves the case; its reviews and decisions follow. */
  @EventPattern('CaseCompetentUnitReassigned')
  async reassign(
    @Payload() message: Message<'CaseCompetentUnitReassigned', CaseCompetentUnitReassigned['data']>,
  ): Promise<HandlerResult> {
    const { caseId, competentUnit } = message.data;
    // Lists may lag behind this service's own log; everything recorded before counts.
    await this.runtime.projections.waitFor(await this.runtime.store.head(), 30_000);
    const where = { caseId };
    const reviews = await this.runtime.projections.view(reviewList).query({ where, limit: 200 });
    for (const { id, doc } of reviews.items) {
      if (doc.state.status === 'none') continue;
      await this.commands.issue(
        this.aggregates.review,
        id,
        { type: 'ReassignReview', competentUnit },
        causedBy(message, `reassign-review-${id}`, doc.state.review.province),
      );
    }
    const decisions = await this.runtime.projections.view(decisionList).query({ where, limit: 200 });
    for (const { id, doc } of decisions.items) {
      if (doc.state.status === 'none') continue;
      await this.commands.issue(
        this.aggregates.decision,
        id,
        { type: 'ReassignDecision', competentUnit },
        causedBy(message, `reassign-decision-${id}`, doc.state.file.province),
      );
    }
    return done();
  }

  async #open(message: Message<string, unknown>, file: ReviewFile): Promise<HandlerResult> {
    await this.commands.issue(
      this.aggregates.review,
      file.reviewId,
      { type: 'OpenReview', ...file },
      causedBy(message, 'open-review', file.province),
    );
    return done();
  }
}
