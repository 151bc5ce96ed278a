import type { OrganisationCorrected, OrganisationRegistered } from '@iic/contracts';
import { done, type HandlerResult, MessageHandlers, type MessageOf } from '@iic/messaging';
import { EventPattern, Payload } from '@nestjs/microservices';
import { OtherFacts } from '../read-model/case-files.ts';

/** Keeps what conflict checks need to know of organisations. */
@MessageHandlers()
export class OrganisationHandlers {
  constructor(private readonly others: OtherFacts) {}

  @EventPattern('OrganisationRegistered')
  async register(@Payload() message: MessageOf<typeof OrganisationRegistered>): Promise<HandlerResult> {
    const { organisation, name, parent, parentKnown } = message.data;
    await this.others.keepOrganisation(organisation, message.revision, { name, parent, parentKnown });
    return done();
  }

  @EventPattern('OrganisationCorrected')
  async correct(@Payload() message: MessageOf<typeof OrganisationCorrected>): Promise<HandlerResult> {
    const { organisation, changes } = message.data;
    const { name, parent, parentKnown } = changes;
    await this.others.keepOrganisation(organisation, message.revision, {
      ...(name === undefined ? {} : { name }),
      ...(parent === undefined ? {} : { parent }),
      ...(parentKnown === undefined ? {} : { parentKnown }),
    });
    return done();
  }
}
