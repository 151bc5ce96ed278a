import { NotVisible } from '@iic/access';
import {
  Command,
  type CommandCall,
  CommandExecutor,
  plainJson,
  type QueryCall,
  Reading,
  Requires,
  ServiceRuntime,
} from '@iic/service-kit';
import { Body, Controller, Get, Inject, Param, Post, Put } from '@nestjs/common';
import type { ConstructionProject } from '../domain/project/project.ts';
import { PROJECT } from '../project-token.ts';
import { CorrectProgressDto, ReportProgressDto } from './dto/progress.dto.ts';
import { reportPrefill } from './project-view.ts';

/** Reports of a project's progress, one for each period. */
@Controller('projects/:caseId/progress')
export class ProgressController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    @Inject(PROJECT) private readonly project: ConstructionProject,
  ) {}

  /** The next report as far as the platform can fill it in: period, milestones and equipment of the last one. */
  @Get('next')
  @Requires('report', 'Project')
  async prefill(@Param('caseId') caseId: string, @Reading() call: QueryCall) {
    const { state } = await this.commands.load(this.project, caseId, call);
    if (state.status === 'not-started') throw new NotVisible('Project');
    return reportPrefill(state.project, this.runtime.host.packs.getPinned(state.project.policy));
  }

  /** Reports a period; a period is reported once. */
  @Post()
  @Requires('report', 'Project')
  report(@Param('caseId') caseId: string, @Body() body: ReportProgressDto, @Command() call: CommandCall) {
    const command = { type: 'ReportProgress', report: plainJson(body) } as const;
    return this.commands.run(this.project, caseId, command, call);
  }

  /** Replaces the report of a period, with the reason. */
  @Put(':period')
  @Requires('report', 'Project')
  correct(
    @Param('caseId') caseId: string,
    @Param('period') period: string,
    @Body() body: CorrectProgressDto,
    @Command() call: CommandCall,
  ) {
    const { reason, ...content } = plainJson(body);
    const command = { type: 'CorrectProgress', report: { period, ...content }, reason } as const;
    return this.commands.run(this.project, caseId, command, call);
  }
}
