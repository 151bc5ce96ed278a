import type {
  AcceptanceRequested,
  ApplicationAccepted,
  CaseCompetentUnitReassigned,
  ProjectCompetentUnitReassigned,
  WithdrawalRequested,
} from '@iic/contracts';
import {
  done,
  type HandlerResult,
  type Message,
  MessageHandlers,
  type MessageOf,
  subjectOf,
  waitFor,
} from '@iic/messaging';
import { CommandExecutor, causedBy, ServiceRuntime } from '@iic/service-kit';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Aggregates } from '../aggregates.ts';
import type { ReviewFile } from '../domain/review/events.ts';
import { allOf } from '../read-model/all-of.ts';
import { OtherFacts } from '../read-model/case-files.ts';
import { decisionList } from '../read-model/decision-list.ts';
import { reviewList } from '../read-model/review-list.ts';

/** The lead unit's own words stay with intake. */
const leadUnitWithdraws = '牵头单位申请撤回 (withdrawal requested by the lead unit)';

/** What other services' events mean for reviews. */
@MessageHandlers()
export class ReviewHandlers {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    private readonly aggregates: Aggregates,
    private readonly others: OtherFacts,
  ) {}

  /** 受理: the experts' review of the plan begins (Art. 15). */
  @EventPattern('ApplicationAccepted')
  async reviewPlan(@Payload() message: MessageOf<typeof ApplicationAccepted>): Promise<HandlerResult> {
    const { caseId, version, manifestHash, policyId, policyHash, members, ...file } = message.data;
    const { leadUnit, competentUnit, province, field, proposedName } = file;
    await this.#keepCase(message);
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
    @Payload() message: MessageOf<typeof AcceptanceRequested>,
  ): Promise<HandlerResult> {
    const { caseId, round, subjectHash, policyId, policyHash, members, ...file } = message.data;
    const { leadUnit, competentUnit, province, field, proposedName } = file;
    await this.#keepCase(message);
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
  async requestWithdrawal(@Payload() message: MessageOf<typeof WithdrawalRequested>): Promise<HandlerResult> {
    const { caseId, version } = message.data;
    const reviewId = message.data.reviewId ?? `${caseId}-formation-${version}`;
    const { state } = await this.runtime.handler.load(this.aggregates.review, reviewId);
    if (state.status === 'none') return waitFor(subjectOf('ApplicationAccepted', message.stream));
    await this.commands.issue(
      this.aggregates.review,
      reviewId,
      { type: 'RequestWithdrawal', reason: leadUnitWithdraws },
      causedBy(message, 'request-withdrawal', state.review.province),
    );
    return done();
  }

  /** A recorded act of the PDRC moves the case; its reviews and decisions follow. */
  @EventPattern('CaseCompetentUnitReassigned')
  reassign(@Payload() message: MessageOf<typeof CaseCompetentUnitReassigned>): Promise<HandlerResult> {
    const { caseId, competentUnit } = message.data;
    return this.#reassign(message, caseId, ({ competentUnit: unit }) => unit !== competentUnit);
  }

  /**
   * The project follows the same act later. What it opened in between came with the former unit; what has moved on
   * since stays where it is.
   */
  @EventPattern('ProjectCompetentUnitReassigned')
  reassignWithProject(
    @Payload() message: MessageOf<typeof ProjectCompetentUnitReassigned>,
  ): Promise<HandlerResult> {
    const { previous } = message.data;
    return this.#reassign(message, message.key, ({ competentUnit: unit }) => unit === previous);
  }

  async #reassign(
    message: Message<string, { readonly competentUnit: string }>,
    caseId: string,
    concerns: (file: { readonly competentUnit: string }) => boolean,
  ): Promise<HandlerResult> {
    const { competentUnit } = message.data;
    const { projections, store } = this.runtime;
    // Lists may lag behind this service's own log; everything recorded before counts.
    if (!(await projections.waitFor(await store.head(), 30_000)))
      throw new Error(`The lists of reviews and decisions lag too far behind to reassign ${caseId}.`);
    for (const { id, doc } of await allOf(projections.view(reviewList), { caseId })) {
      if (doc.state.status === 'none' || !concerns(doc.state.review)) continue;
      await this.commands.issue(
        this.aggregates.review,
        id,
        { type: 'ReassignReview', competentUnit },
        causedBy(message, `reassign-review-${id}`, doc.state.review.province),
      );
    }
    for (const { id, doc } of await allOf(projections.view(decisionList), { caseId })) {
      if (doc.state.status === 'none' || !concerns(doc.state.file)) continue;
      await this.commands.issue(
        this.aggregates.decision,
        id,
        { type: 'ReassignDecision', competentUnit },
        causedBy(message, `reassign-decision-${id}`, doc.state.file.province),
      );
    }
    return done();
  }

  #keepCase({
    data,
    recordedAt,
  }: MessageOf<typeof ApplicationAccepted | typeof AcceptanceRequested>): Promise<void> {
    const { caseId, proposedName, policyId, policyHash } = data;
    const policy = { id: policyId, hash: policyHash };
    return this.others.keepCase(caseId, { proposedName, namedAt: recordedAt, policy });
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
