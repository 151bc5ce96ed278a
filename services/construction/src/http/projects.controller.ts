import { NotVisible } from '@iic/access';
import { endOfDay, startOfDay } from '@iic/policy';
import { searchForm, whereGiven } from '@iic/read-models';
import {
  CommandExecutor,
  listReply,
  type QueryCall,
  Reading,
  Representation,
  Requires,
  ServiceRuntime,
  scopeConditions,
} from '@iic/service-kit';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import type { ConstructionProject } from '../domain/project/project.ts';
import { PROJECT } from '../project-token.ts';
import { projectList } from '../read-model/project-list.ts';
import { ProjectQueryDto, ProjectsQueryDto } from './dto/list.dto.ts';
import { projectSummary, projectView } from './project-view.ts';

/** Construction projects (Art. 16–17). */
@Controller('projects')
export class ProjectsController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    @Inject(PROJECT) private readonly project: ConstructionProject,
  ) {}

  /** Projects the caller may see, with counts by status of all that meet the other filters. */
  @Get()
  @Requires('read', 'Project')
  async list(@Query() query: ProjectsQueryDto, @Reading() call: QueryCall) {
    const { status, ...page } = query;
    const scope = scopeConditions(this.runtime.access.scope(call.caller, call.action, call.subject));
    return listReply(
      this.runtime.projections.view(projectList),
      { ...page, where: [scope, filtersOf(query, call)], counted: 'status', only: status },
      projectSummary,
    );
  }

  /** One project, now or as it was known at an instant, with what may be done next, by whom and until when. */
  @Get(':caseId')
  @Requires('read', 'Project')
  async show(
    @Param('caseId') caseId: string,
    @Query() { asOfRecorded }: ProjectQueryDto,
    @Reading() call: QueryCall,
  ) {
    const { state, revision } =
      asOfRecorded === undefined
        ? await this.commands.load(this.project, caseId, call)
        : await this.commands.loadAsOf(this.project, caseId, asOfRecorded, call);
    if (state.status === 'not-started') throw new NotVisible('Project');
    return new Representation(revision, projectView(state, this.runtime.host.packs, call.caller));
  }
}

/** The caller's scope narrows this further, so "waiting for me" need not name the unit. */
function filtersOf(query: ProjectsQueryDto, { caller }: QueryCall) {
  const { leadUnit, competentUnit, field, search, waitingFor, dueBy, approvedFrom } = query;
  return whereGiven({
    leadUnit,
    competentUnit,
    field,
    name: search === undefined ? undefined : { prefix: searchForm(search) },
    waitingRole: waitingFor === undefined ? undefined : caller.role,
    until: dueBy === undefined ? undefined : { lte: endOfDay(dueBy) },
    approvedAt: approvedFrom === undefined ? undefined : { gte: startOfDay(approvedFrom) },
  });
}
