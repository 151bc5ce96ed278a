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
import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import type { ConstructionProject } from '../domain/project/project.ts';
import { PROJECT } from '../project-token.ts';
import { contentHash } from './content-hash.ts';
import { findDirector } from './director.ts';
import { RequestAcceptanceDto } from './dto/acceptance.dto.ts';
import { ProjectReasonDto } from './dto/adjustment.dto.ts';
import { acceptancePrefill } from './project-view.ts';

/** Acceptance and what follows when it fails (Art. 17). */
@Controller('projects/:caseId')
export class AcceptanceController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    @Inject(PROJECT) private readonly project: ConstructionProject,
  ) {}

  /** A request for acceptance as far as the platform can fill it in. */
  @Get('acceptance-requests/next')
  @Requires('request-acceptance', 'Project')
  async prefill(@Param('caseId') caseId: string, @Reading() call: QueryCall) {
    const { state } = await this.commands.load(this.project, caseId, call);
    return acceptancePrefill(state);
  }

  /** The director's name and contacts, for the parties of the project; null before the first request. */
  @Get('director')
  @Requires('read-director', 'Project')
  async director(@Param('caseId') caseId: string, @Reading() call: QueryCall) {
    await this.commands.load(this.project, caseId, call);
    return { director: (await findDirector(this.runtime, this.project.category, caseId)) ?? null };
  }

  /** Asks for acceptance, with the evidence; each further request is a further round. */
  @Post('acceptance-requests')
  @Requires('request-acceptance', 'Project')
  request(@Param('caseId') caseId: string, @Body() body: RequestAcceptanceDto, @Command() call: CommandCall) {
    const { entity, director, reportHash, completion, justifications = [] } = plainJson(body);
    const { subject, ...content } = director;
    // The director counts by subject id alone: no hash that leaves this service rests on a name.
    const pinned = { entity, director: subject, reportHash, completion, justifications };
    const command = {
      type: 'RequestAcceptance',
      subjectHash: contentHash('acceptance', caseId, pinned),
      entity,
      director: { subject, content: { ...content } },
      reportHash,
      completion,
      justifications,
    } as const;
    return this.commands.run(this.project, caseId, command, call);
  }

  /** Proposes to revoke the formation approval after an expired rectification; only a decision revokes. */
  @Post('revocation-proposals')
  @Requires('propose-decision', 'Project')
  proposeRevocation(
    @Param('caseId') caseId: string,
    @Body() { reason }: ProjectReasonDto,
    @Command() call: CommandCall,
  ) {
    const command = {
      type: 'ProposeRevocation',
      subjectHash: contentHash('formation-revocation', caseId, { reason }),
      reason,
    } as const;
    return this.commands.run(this.project, caseId, command, call);
  }
}
