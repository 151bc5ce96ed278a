import { CenterCorrected, CenterDesignated } from '@iic/contracts';
import { streamName } from '@iic/event-sourcing';
import { done, type HandlerResult, MessageHandlers, type MessageOf } from '@iic/messaging';
import { dayOf } from '@iic/policy';
import { CommandExecutor, causedBy, ServiceRuntime } from '@iic/service-kit';
import { EventPattern, Payload } from '@nestjs/microservices';
import { CenterNames, isSameName } from '../center-names.ts';
import { Centers } from '../centers.ts';
import { factsOn } from '../domain/center/facts.ts';
import { findSerial, plaqueSerial } from '../domain/plaque-serial/plaque-serial.ts';
import { orPark } from './or-park.ts';

/** What follows in the registry from its own events, across its streams. */
@MessageHandlers()
export class CenterMessages {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    private readonly names: CenterNames,
    private readonly centers: Centers,
  ) {}

  /** Gives a designated center the next plaque serial of the year its designation takes effect in. */
  @EventPattern(CenterDesignated.type)
  async numberPlaque(@Payload() message: MessageOf<typeof CenterDesignated>): Promise<HandlerResult> {
    const { caseId, effectiveDate, province } = message.data;
    const year = Number(effectiveDate.slice(0, 4));
    return orPark(`Numbering the plaque of ${caseId}`, async () => {
      await this.commands.issue(
        plaqueSerial,
        String(year),
        { type: 'AssignPlaqueSerial', year, caseId },
        // The year's stream belongs to no single case.
        {
          ...causedBy(message, 'assign-serial', province),
          correlation: streamName(plaqueSerial.category, String(year)),
        },
      );
      const { state } = await this.runtime.handler.load(plaqueSerial, String(year));
      const serial = findSerial(state, caseId);
      if (serial === undefined) throw new Error(`${caseId} has no plaque serial of ${year}.`);
      await this.commands.issue(
        this.centers,
        caseId,
        { type: 'NumberPlaque', year, serial },
        causedBy(message, 'number-plaque', province),
      );
    });
  }

  /** Frees the names that a correction took or replaced and the center does not bear today. */
  @EventPattern(CenterCorrected.type)
  async releaseNames(@Payload() message: MessageOf<typeof CenterCorrected>): Promise<HandlerResult> {
    const { nameZh, releasedName } = message.data;
    return this.names.inTurn(message.key, async () => {
      const { state } = await this.runtime.handler.load(this.centers, message.key);
      if (state.status === 'not-designated') return done();
      const { province, statements } = state.center;
      const borne = factsOn(dayOf(this.runtime.host.clock.now()), statements).nameZh;
      for (const name of [nameZh, releasedName]) {
        if (name === undefined || isSameName(name, borne)) continue;
        await this.names.release(name, message.key, causedBy(message, `release-${name}`, province));
      }
      return done();
    });
  }
}
