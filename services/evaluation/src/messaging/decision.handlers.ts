import type {
  AcceptanceDecisionProposed,
  AdjustmentDecisionProposed,
  DecisionTaken,
  FormationDecisionProposed,
  OfficialDocumentIssued,
  RevocationDecisionProposed,
} from '@iic/contracts';
import {
  done,
  type HandlerResult,
  MessageHandlers,
  type MessageOf,
  subjectOf,
  waitFor,
} from '@iic/messaging';
import { CommandExecutor, causedBy, ServiceRuntime } from '@iic/service-kit';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Aggregates } from '../aggregates.ts';
import { decisionSerialAggregate, findSerial, seriesId } from '../domain/decision-serial/decision-serial.ts';
import { OtherFacts } from '../read-model/case-files.ts';

type Proposed =
  | typeof FormationDecisionProposed
  | typeof AcceptanceDecisionProposed
  | typeof AdjustmentDecisionProposed
  | typeof RevocationDecisionProposed;

/** What is proposed becomes a decision; a decision taken gets its number. */
@MessageHandlers()
export class DecisionHandlers {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    private readonly aggregates: Aggregates,
    private readonly others: OtherFacts,
  ) {}

  @EventPattern('FormationDecisionProposed')
  proposeFormation(@Payload() message: MessageOf<Proposed>): Promise<HandlerResult> {
    return this.#propose(message);
  }

  @EventPattern('AcceptanceDecisionProposed')
  proposeAcceptance(@Payload() message: MessageOf<Proposed>): Promise<HandlerResult> {
    return this.#propose(message);
  }

  @EventPattern('AdjustmentDecisionProposed')
  proposeAdjustment(@Payload() message: MessageOf<Proposed>): Promise<HandlerResult> {
    return this.#propose(message);
  }

  @EventPattern('RevocationDecisionProposed')
  proposeRevocation(@Payload() message: MessageOf<Proposed>): Promise<HandlerResult> {
    return this.#propose(message);
  }

  /** The serial comes after the decision, from the agency's gap-free series of the year. */
  @EventPattern('DecisionTaken')
  async number(@Payload() message: MessageOf<typeof DecisionTaken>): Promise<HandlerResult> {
    const { decisionId, caseId, agency, year, province, policyId, policyHash } = message.data;
    const pattern = this.aggregates.rulesOf({ id: policyId, hash: policyHash }).decisionNumber;
    const series = seriesId(agency, year);
    await this.commands.issue(
      decisionSerialAggregate,
      series,
      { type: 'AssignSerial', decisionId, caseId, agency, year, pattern },
      { ...causedBy(message, 'assign-serial', province), correlation: `decision-serial-${series}` },
    );
    const { state } = await this.runtime.handler.load(decisionSerialAggregate, series);
    const assigned = findSerial(state, decisionId);
    if (assigned === undefined) throw new Error(`Decision ${decisionId} got no serial of ${series}.`);
    const { serial, number } = assigned;
    await this.commands.issue(
      this.aggregates.decision,
      decisionId,
      { type: 'RecordSerial', agency, year, serial, number },
      causedBy(message, 'record-serial', province),
    );
    return done();
  }

  /** Every decision an official document carries names that document. */
  @EventPattern('OfficialDocumentIssued')
  async document(@Payload() message: MessageOf<typeof OfficialDocumentIssued>): Promise<HandlerResult> {
    const { documentId, form, number, issuedOn, decisions } = message.data;
    for (const decisionId of decisions) {
      const { state } = await this.runtime.handler.load(this.aggregates.decision, decisionId);
      if (state.status === 'none') continue;
      await this.commands.issue(
        this.aggregates.decision,
        decisionId,
        { type: 'RecordDocument', documentId, form, number, issuedOn },
        causedBy(message, `record-document-${decisionId}`, state.file.province),
      );
    }
    return done();
  }

  async #propose(message: MessageOf<Proposed>): Promise<HandlerResult> {
    const { caseId, decisionId, province } = message.data;
    const file = await this.others.findCase(caseId);
    if (file === undefined) return waitFor(subjectOf('ApplicationAccepted', `application-${caseId}`));
    await this.commands.issue(
      this.aggregates.decision,
      decisionId,
      { type: 'ProposeDecision', ...message.data, policy: file.policy },
      causedBy(message, 'propose-decision', province),
    );
    return done();
  }
}
