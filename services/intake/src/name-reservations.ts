import { CommandRefused } from '@iic/event-sourcing';
import { nameKey } from '@iic/reference-data';
import { type CausedCommand, CommandExecutor, ServiceRuntime } from '@iic/service-kit';
import { Injectable } from '@nestjs/common';
import { sha256 } from './aggregates.ts';
import { nameReservationAggregate, type ReserveName } from './domain/name-reservation/name-reservation.ts';

/** Reserves and releases center names, each in a stream of its own. */
@Injectable()
export class NameReservations {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
  ) {}

  /**
   * Resolves with whether the case holds the name now. A repeated command only tells that the case held the name
   * once; where it has let the name go since, it asks again.
   */
  async reserve(name: string, caseId: string, caused: CausedCommand): Promise<boolean> {
    const key = sha256(nameKey(name));
    const command: ReserveName = { type: 'ReserveName', caseId, name, key };
    let { commandId } = caused;
    while (await this.#isGranted(command, { ...caused, commandId })) {
      const { state, revision } = await this.runtime.handler.load(nameReservationAggregate, key);
      if (state.status === 'reserved') return state.caseId === caseId;
      // The revision makes each release since call for one more reservation, and a repeat of that for none.
      commandId = sha256(`again\0${caused.commandId}\0${revision}`);
    }
    return false;
  }

  /** Whether a reservation was granted, now or when the command was first issued. */
  async #isGranted(command: ReserveName, caused: CausedCommand): Promise<boolean> {
    try {
      await this.commands.issue(nameReservationAggregate, command.key, command, caused);
      return true;
    } catch (error) {
      if (error instanceof CommandRefused && error.refusal.code === 'name-taken') return false;
      throw error;
    }
  }

  /** Lets a name go, if the case holds it. */
  async release(name: string, caseId: string, reason: string, caused: CausedCommand): Promise<void> {
    const key = sha256(nameKey(name));
    await this.commands.issue(nameReservationAggregate, key, { type: 'ReleaseName', caseId, reason }, caused);
  }
}
