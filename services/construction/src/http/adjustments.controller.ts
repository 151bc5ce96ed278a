import { Command, type CommandCall, CommandExecutor, plainJson, Requires } from '@iic/service-kit';
import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import type { ConstructionProject } from '../domain/project/project.ts';
import { PROJECT } from '../project-token.ts';
import { contentHash } from './content-hash.ts';
import { AdjustmentOpinionDto, ProjectReasonDto, ProposeAdjustmentDto } from './dto/adjustment.dto.ts';

/** Adjustments of the approved plan (Art. 16), one at a time. */
@Controller('projects/:caseId/adjustments')
export class AdjustmentsController {
  constructor(
    private readonly commands: CommandExecutor,
    @Inject(PROJECT) private readonly project: ConstructionProject,
  ) {}

  /** Proposes an adjustment; the competent unit is asked for its opinion. */
  @Post()
  @Requires('adjust', 'Project')
  propose(@Param('caseId') caseId: string, @Body() body: ProposeAdjustmentDto, @Command() call: CommandCall) {
    const { changes, reason, justifications = [] } = plainJson(body);
    const content = { changes, reason, justifications };
    const command = {
      type: 'ProposeAdjustment',
      contentHash: contentHash('adjustment', caseId, content),
      ...content,
    } as const;
    return this.commands.run(this.project, caseId, command, call);
  }

  /** The competent unit's opinion; it puts the adjustment to the PDRC, whatever it says. */
  @Post(':number/opinion')
  @Requires('give-opinion', 'Project')
  giveOpinion(
    @Param('caseId') caseId: string,
    @Param('number') number: number,
    @Body() { opinion, text, documentHash }: AdjustmentOpinionDto,
    @Command() call: CommandCall,
  ) {
    const command = {
      type: 'GiveAdjustmentOpinion',
      number,
      opinion,
      text,
      documentHash: documentHash ?? null,
    } as const;
    return this.commands.run(this.project, caseId, command, call);
  }

  /** The PDRC takes the adjustment up without waiting for the opinion. */
  @Post(':number/decision-proposal')
  @Requires('propose-decision', 'Project')
  proposeDecision(
    @Param('caseId') caseId: string,
    @Param('number') number: number,
    @Command() call: CommandCall,
  ) {
    return this.commands.run(this.project, caseId, { type: 'ProposeAdjustmentDecision', number }, call);
  }

  /** The lead unit takes the adjustment back before it is with the PDRC. */
  @Post(':number/withdrawal')
  @Requires('adjust', 'Project')
  withdraw(
    @Param('caseId') caseId: string,
    @Param('number') number: number,
    @Body() { reason }: ProjectReasonDto,
    @Command() call: CommandCall,
  ) {
    return this.commands.run(this.project, caseId, { type: 'WithdrawAdjustment', number, reason }, call);
  }
}
