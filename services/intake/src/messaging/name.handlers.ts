import { done, type HandlerResult, type Message, MessageHandlers } from '@iic/messaging';
import { causedBy, ServiceRuntime } from '@iic/service-kit';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Applications } from '../aggregates.ts';
import type { ApplicationCase } from '../domain/application/state.ts';
import { NameReservations } from '../name-reservations.ts';

type CaseMessage = Message<string, { readonly caseId: string }>;

/** Releases names: all of a case when it ends without a designation, all but the present one when it is submitted. */
@MessageHandlers()
export class NameHandlers {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly applications: Applications,
    private readonly names: NameReservations,
  ) {}

  @EventPattern('ApplicationSubmitted')
  submitted(@Payload() message: CaseMessage): Promise<HandlerResult> {
    return this.#release(message, 'renamed', abandonedNames);
  }

  @EventPattern('ApplicationRevised')
  revised(@Payload() message: CaseMessage): Promise<HandlerResult> {
    return this.submitted(message);
  }

  @EventPattern('ApplicationWithdrawn')
  withdrawn(@Payload() message: CaseMessage): Promise<HandlerResult> {
    return this.#release(message, 'withdrawn');
  }

  @EventPattern('PreliminaryReviewRejected')
  rejected(@Payload() message: CaseMessage): Promise<HandlerResult> {
    return this.#release(message, 'rejected');
  }

  @EventPattern('ApplicationRefused')
  refused(@Payload() message: CaseMessage): Promise<HandlerResult> {
    return this.#release(message, 'refused');
  }

  @EventPattern('ApplicationDeclined')
  declined(@Payload() message: CaseMessage): Promise<HandlerResult> {
    return this.#release(message, 'declined');
  }

  @EventPattern('FormationApprovalRevoked')
  revoked(@Payload() message: CaseMessage): Promise<HandlerResult> {
    return this.#release(message, 'approval-revoked');
  }

  async #release(
    message: CaseMessage,
    reason: string,
    namesOf: (state: ApplicationCase) => readonly string[] = ({ proposedNames }) => proposedNames,
  ): Promise<HandlerResult> {
    const { caseId } = message.data;
    const { state } = await this.runtime.handler.load(this.applications, caseId);
    if (state.status === 'none') return done();
    for (const name of namesOf(state)) {
      const caused = causedBy(message, 'release-name', state.province, name);
      await this.names.release(name, caseId, reason, caused);
    }
    return done();
  }
}

/** Names the case proposed once, and neither its last version nor its present content bears. */
function abandonedNames({ proposedNames, content, versions }: ApplicationCase): readonly string[] {
  const borne = [content.name?.zh, versions.at(-1)?.manifest.name?.zh];
  return proposedNames.filter((name) => !borne.includes(name));
}
