import { createHash } from 'node:crypto';
import { type CommandOutcome, streamName } from '@iic/event-sourcing';
import { nameKey } from '@iic/reference-data';
import { type CausedCommand, CommandExecutor } from '@iic/service-kit';
import { Injectable } from '@nestjs/common';
import { type CenterNameCommand, centerName } from './domain/center-name/center-name.ts';

/** Names among centers: each name has a stream of its own, so that two centers cannot take it at once. */
@Injectable()
export class CenterNames {
  constructor(private readonly commands: CommandExecutor) {}

  /** Takes a name for a center; false when it had it before. Throws CommandRefused (`name-taken`). */
  async reserve(name: string, caseId: string, caused: CausedCommand): Promise<boolean> {
    const command = { type: 'ReserveCenterName', name, caseId } as const;
    const { events } = await this.#issue(name, command, caused);
    return events.length > 0;
  }

  /** Gives a name up; nothing happens when the center does not have it. */
  async release(name: string, caseId: string, caused: CausedCommand): Promise<void> {
    const command = { type: 'ReleaseCenterName', caseId } as const;
    await this.#issue(name, command, caused);
  }

  /** The stream outlives any case that holds the name, so it belongs to none. */
  #issue(name: string, command: CenterNameCommand, caused: CausedCommand): Promise<CommandOutcome> {
    const id = streamId(name);
    const correlation = streamName(centerName.category, id);
    return this.commands.issue(centerName, id, command, { ...caused, correlation });
  }
}

/** Names that differ only in how they are written are one name. */
function streamId(name: string): string {
  return createHash('sha256').update(nameKey(name)).digest('hex');
}
