import { createHash } from 'node:crypto';
import { CommandRefused } from '@iic/event-sourcing';
import {
  type CausedCommand,
  Command,
  type CommandCall,
  CommandExecutor,
  type CommandReply,
  plainJson,
  Requires,
} from '@iic/service-kit';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CenterNames } from '../center-names.ts';
import { Centers } from '../centers.ts';
import type { CorrectCenter } from '../domain/center/commands.ts';
import { AwardPlaqueDto, CorrectCenterDto } from './dto/center-acts.dto.ts';

/** What the PDRC does with a designated center. */
@Controller('centers/:id')
export class CenterActsController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly names: CenterNames,
    private readonly centers: Centers,
  ) {}

  /** Awards the plaque (授牌, Art. 17). */
  @Post('plaque-award')
  @Requires('award', 'Center')
  award(@Param('id') id: string, @Body() { awardedOn }: AwardPlaqueDto, @Command() call: CommandCall) {
    return this.commands.run(this.centers, id, { type: 'AwardPlaque', awardedOn }, call);
  }

  /** Puts a mistake in the register right, from a day on. A corrected name is taken before it is registered. */
  @Post('corrections')
  @Requires('correct', 'Center')
  async correct(
    @Param('id') id: string,
    @Body() body: CorrectCenterDto,
    @Command() call: CommandCall,
  ): Promise<CommandReply> {
    await this.commands.load(this.centers, id, call);
    const command = { type: 'CorrectCenter', ...plainJson(body) } as const;
    const { nameZh } = command.facts;
    if (nameZh === undefined) return this.commands.run(this.centers, id, command, call);
    const taken = await this.names.reserve(nameZh, id, caused(call, 'reserve'));
    try {
      return await this.#correct(id, command, call);
    } catch (error) {
      const nothingRecorded = error instanceof CommandRefused;
      if (nothingRecorded && taken) await this.names.release(nameZh, id, caused(call, 'release'));
      throw error;
    }
  }

  #correct(id: string, command: CorrectCenter, call: CommandCall): Promise<CommandReply> {
    return this.commands.run(this.centers, id, command, call);
  }
}

/** A command that follows from a person's own, once for each. */
function caused({ commandId, caller }: CommandCall, step: string): CausedCommand {
  return {
    commandId: createHash('sha256').update(`${commandId}\0${step}`).digest('hex'),
    jurisdiction: caller.jurisdiction,
  };
}
