import {
  Command,
  type CommandCall,
  CommandExecutor,
  type CommandReply,
  plainJson,
  Requires,
} from '@iic/service-kit';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CenterCorrections } from '../center-corrections.ts';
import { Centers } from '../centers.ts';
import { AwardPlaqueDto, CorrectCenterDto } from './dto/center-acts.dto.ts';

/** What the PDRC does with a designated center. */
@Controller('centers/:id')
export class CenterActsController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly centers: Centers,
    private readonly corrections: CenterCorrections,
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
  correct(
    @Param('id') id: string,
    @Body() body: CorrectCenterDto,
    @Command() call: CommandCall,
  ): Promise<CommandReply> {
    return this.corrections.correct(id, { type: 'CorrectCenter', ...plainJson(body) }, call);
  }
}
