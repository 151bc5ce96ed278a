import { CommandRefused } from '@iic/event-sourcing';
import { nameKey } from '@iic/reference-data';
import { type CausedCommand, CommandExecutor } from '@iic/service-kit';
import { Injectable } from '@nestjs/common';
import { sha256 } from './aggregates.ts';
import { nameReservationAggregate } from './domain/name-reservation/name-reservation.ts';

/** Reserves and releases center names, each in a stream of its own. */
@Injectable()
export class NameReservations {
  constructor(private readonly commands: CommandExecutor) {}

  /** Resolves with whether the case holds the name now. */
  async reserve(name: string, caseId: string, caused: CausedCommand): Promise<boolean> {
    const key = sha256(nameKey(name));
    try {
      await this.commands.issue(
        nameReservationAggregate,
        key,
        { type: 'ReserveName', caseId, name, key },
        caused,
      );
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
