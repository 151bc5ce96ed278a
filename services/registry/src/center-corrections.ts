import { createHash } from 'node:crypto';
import { dayOf } from '@iic/policy';
import {
  type CausedCommand,
  type CommandCall,
  CommandExecutor,
  type CommandReply,
  ServiceRuntime,
} from '@iic/service-kit';
import { Injectable } from '@nestjs/common';
import { CenterNames, isSameName } from './center-names.ts';
import { Centers } from './centers.ts';
import type { CorrectCenter } from './domain/center/commands.ts';
import { factsOn } from './domain/center/facts.ts';

/** Corrects the register; a corrected name is taken before it is registered. */
@Injectable()
export class CenterCorrections {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly commands: CommandExecutor,
    private readonly names: CenterNames,
    private readonly centers: Centers,
  ) {}

  /** Throws what `CommandExecutor.run` throws, and CommandRefused (`name-taken`). */
  async correct(id: string, command: CorrectCenter, call: CommandCall): Promise<CommandReply> {
    await this.commands.load(this.centers, id, call);
    const { nameZh } = command.facts;
    return nameZh === undefined
      ? this.commands.run(this.centers, id, command, call)
      : this.names.inTurn(id, () => this.#rename(id, nameZh, command, call));
  }

  async #rename(id: string, name: string, command: CorrectCenter, call: CommandCall): Promise<CommandReply> {
    const { commands } = await this.runtime.handler.load(this.centers, id);
    // A repeat of what is recorded must not take a name that the center may have given up since.
    if (commands.has(call.commandId)) return this.commands.run(this.centers, id, command, call);
    try {
      if (await this.#wouldRecord(id, command, call))
        await this.names.reserve(name, id, caused(call, 'reserve'));
      return await this.commands.run(this.centers, id, command, call);
    } catch (error) {
      await this.#releaseUnlessBorne(id, name, call);
      throw error;
    }
  }

  async #wouldRecord(id: string, command: CorrectCenter, call: CommandCall): Promise<boolean> {
    const { state, revision } = await this.runtime.handler.load(this.centers, id);
    if (call.expectedRevision !== undefined && call.expectedRevision !== revision) return false;
    const context = { now: this.runtime.host.clock.now(), actor: call.caller };
    return 'accepted' in this.centers.decider.decide(command, state, context);
  }

  async #releaseUnlessBorne(id: string, name: string, call: CommandCall): Promise<void> {
    const { state, commands } = await this.runtime.handler.load(this.centers, id);
    if (state.status === 'not-designated' || commands.has(call.commandId)) return;
    const today = dayOf(this.runtime.host.clock.now());
    if (isSameName(name, factsOn(today, state.center.statements).nameZh)) return;
    await this.names.release(name, id, caused(call, 'release'));
  }
}

/** A command that follows from a person's own. */
function caused({ commandId, caller }: CommandCall, step: string): CausedCommand {
  return {
    commandId: createHash('sha256').update(`${commandId}\0${step}`).digest('hex'),
    jurisdiction: caller.jurisdiction,
  };
}
