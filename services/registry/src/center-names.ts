import { createHash } from 'node:crypto';
import { streamName } from '@iic/event-sourcing';
import { nameKey } from '@iic/reference-data';
import { type CausedCommand, CommandExecutor, ServiceRuntime } from '@iic/service-kit';
import { Injectable } from '@nestjs/common';
import { type CenterNameCommand, centerName } from './domain/center-name/center-name.ts';

/** Names among centers: each name has a stream of its own, so that two centers cannot take it at once. */
@Injectable()
export class CenterNames {
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Resolves once the center holds the name, whether it took it now or before. Throws CommandRefused (`name-taken`). */
  async reserve(name: string, caseId: string, caused: CausedCommand): Promise<void> {
    await this.#issue(name, { type: 'ReserveCenterName', name, caseId }, caused);
  }

  /** Gives a name up; nothing happens when the center does not have it. */
  async release(name: string, caseId: string, caused: CausedCommand): Promise<void> {
    await this.#issue(name, { type: 'ReleaseCenterName', caseId }, caused);
  }

  /** Runs tasks that take and free names for one center after one another, so that none frees what another took. */
  async inTurn<Result>(caseId: string, task: () => Promise<Result>): Promise<Result> {
    const before = this.#turns.get(caseId);
    const turn = before === undefined ? task() : before.then(task, task);
    this.#turns.set(caseId, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(caseId) === turn) this.#turns.delete(caseId);
    }
  }

  /** The stream outlives any case that holds the name, so it belongs to none. */
  async #issue(name: string, command: CenterNameCommand, caused: CausedCommand): Promise<void> {
    const id = streamId(name);
    const { revision } = await this.runtime.handler.load(centerName, id);
    const correlation = streamName(centerName.category, id);
    // The name may have changed hands since a first attempt: only its present state tells who holds it.
    const commandId = createHash('sha256').update(`${caused.commandId}\0${revision}`).digest('hex');
    await this.commands.issue(centerName, id, command, { ...caused, commandId, correlation });
  }
}

/** Whether two names are one: names that differ only in how they are written are. */
export function isSameName(left: string, right: string): boolean {
  return nameKey(left) === nameKey(right);
}

function streamId(name: string): string {
  return createHash('sha256').update(nameKey(name)).digest('hex');
}
