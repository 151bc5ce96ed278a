import {
  Command,
  type CommandCall,
  CommandExecutor,
  type QueryCall,
  Reading,
  Representation,
  Requires,
} from '@iic/service-kit';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Centers } from '../centers.ts';
import { actors, actsNow } from '../domain/center/available-acts.ts';
import { AwardPlaqueDto, CorrectCenterDto } from './centers.dto.ts';

/** What the PDRC does with a center of the register. */
@Controller('centers')
export class CentersController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly centers: Centers,
  ) {}

  /** A center with what may be done next, and by whom. */
  @Get(':id/management')
  @Requires('manage', 'Center')
  async manage(@Param('id') id: string, @Reading() call: QueryCall) {
    const { state, revision } = await this.commands.load(this.centers, id, call);
    const next = actsNow(state).map((act) => ({ act, role: actors[act] }));
    return new Representation(revision, { id, ...state, next });
  }

  /** 授牌: the plaque is handed over (Art. 17). */
  @Post(':id/plaque-award')
  @Requires('award', 'Center')
  award(@Param('id') id: string, @Body() { awardedOn }: AwardPlaqueDto, @Command() call: CommandCall) {
    return this.commands.run(this.centers, id, { type: 'AwardPlaque', awardedOn }, call);
  }

  /** Puts a mistake in the register right; what was known before stays on record. */
  @Post(':id/corrections')
  @Requires('correct', 'Center')
  correct(
    @Param('id') id: string,
    @Body() { facts, ...rest }: CorrectCenterDto,
    @Command() call: CommandCall,
  ) {
    const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
    return this.commands.run(this.centers, id, { type: 'CorrectCenter', facts: given, ...rest }, call);
  }
}
