import { CommandRefused, streamName } from '@iic/event-sourcing';
import { type CommandCall, CommandExecutor, ServiceRuntime } from '@iic/service-kit';
import { Injectable } from '@nestjs/common';
import { organisations, sha256 } from './aggregates.ts';
import type { CorrectOrganisation, RegisterOrganisation } from './domain/organisation/commands.ts';
import { usccReservationAggregate } from './domain/uscc-reservation/uscc-reservation.ts';
import { OrganisationRegister } from './read-model/organisation-register.ts';

/** Reserves unified social credit codes, each in a stream of its own, so that two entries never share one. */
@Injectable()
export class UsccReservations {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    private readonly register: OrganisationRegister,
  ) {}

  /**
   * The command with what was looked up about its code: reserved for the organisation when nothing else bars the
   * command, otherwise with the organisation that has it.
   */
  async claim<Claim extends RegisterOrganisation | CorrectOrganisation>(
    organisation: string,
    uscc: string,
    command: Claim,
    call: CommandCall,
  ): Promise<Claim> {
    const claim = { ...command, sameUscc: await this.#bearer(uscc, organisation) };
    const { state } = await this.runtime.handler.load(organisations, organisation);
    const { client: _client, ...actor } = call.caller;
    const now = this.runtime.host.clock.now();
    const trial = organisations.decider.decide(claim, state, { now, actor });
    return 'accepted' in trial
      ? { ...claim, sameUscc: await this.#reserve(organisation, uscc, call) }
      : claim;
  }

  /** Who is in the register under the code: the holder of the reservation, however long ago it made it. */
  async #bearer(uscc: string, organisation: string): Promise<string | null> {
    const { state } = await this.runtime.handler.load(usccReservationAggregate, uscc);
    if (state.status === 'free' || state.organisation === organisation) return null;
    return (await this.register.bears(state.organisation, uscc)) ? state.organisation : null;
  }

  /** Resolves with the organisation that has the code, if it is another. */
  async #reserve(organisation: string, uscc: string, call: CommandCall): Promise<string | null> {
    const caused = {
      commandId: sha256(`reserve-uscc\0${call.commandId}\0${uscc}`),
      correlation: streamName(organisations.category, organisation),
      jurisdiction: call.caller.jurisdiction,
    };
    const command = {
      type: 'ReserveUscc',
      organisation,
      uscc,
      bearer: await this.#bearer(uscc, organisation),
    } as const;
    try {
      await this.commands.issue(usccReservationAggregate, uscc, command, caused);
    } catch (error) {
      if (!(error instanceof CommandRefused)) throw error;
    }
    const { state } = await this.runtime.handler.load(usccReservationAggregate, uscc);
    return state.status === 'reserved' && state.organisation !== organisation ? state.organisation : null;
  }
}
