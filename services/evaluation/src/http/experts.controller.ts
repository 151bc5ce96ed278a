import type { JsonObject } from '@iic/event-sourcing';
import { whereGiven } from '@iic/read-models';
import {
  Command,
  type CommandCall,
  CommandExecutor,
  listReply,
  type QueryCall,
  Reading,
  Representation,
  Requires,
  ServiceRuntime,
  scopeConditions,
} from '@iic/service-kit';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Aggregates } from '../aggregates.ts';
import { expertActions, expertActors } from '../domain/expert/available-actions.ts';
import type { ExpertParticulars } from '../domain/expert/events.ts';
import { expertList } from '../read-model/expert-list.ts';
import { type ParticularsDto, type PersonDto, RegisterExpertDto, ReviseExpertDto } from './expert.dto.ts';
import { ExpertsQueryDto } from './lists.dto.ts';
import { personalParts } from './personal-parts.ts';
import { ReasonDto } from './review.dto.ts';

/** The expert register: pseudonymous identifiers, and what the rules need to know. */
@Controller('experts')
export class ExpertsController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    private readonly aggregates: Aggregates,
  ) {}

  @Post()
  @Requires('register', 'Expert')
  register(@Body() { expertId, particulars, person }: RegisterExpertDto, @Command() call: CommandCall) {
    return this.commands.create(
      this.aggregates.expert,
      expertId,
      { type: 'RegisterExpert', expertId, particulars: stated(particulars), person: plain(person) },
      call,
    );
  }

  @Put(':id/particulars')
  @Requires('revise', 'Expert')
  revise(@Param('id') id: string, @Body() body: ReviseExpertDto, @Command() call: CommandCall) {
    const { particulars, reason, person } = body;
    return this.commands.run(
      this.aggregates.expert,
      id,
      {
        type: 'ReviseExpert',
        particulars: stated(particulars),
        reason,
        ...(person === undefined ? {} : { person: plain(person) }),
      },
      call,
    );
  }

  /** A suspended expert enters no further pool. */
  @Post(':id/suspension')
  @Requires('manage', 'Expert')
  suspend(@Param('id') id: string, @Body() { reason }: ReasonDto, @Command() call: CommandCall) {
    return this.commands.run(this.aggregates.expert, id, { type: 'SuspendExpert', reason }, call);
  }

  @Post(':id/reinstatement')
  @Requires('manage', 'Expert')
  reinstate(@Param('id') id: string, @Body() { reason }: ReasonDto, @Command() call: CommandCall) {
    return this.commands.run(this.aggregates.expert, id, { type: 'ReinstateExpert', reason }, call);
  }

  @Get()
  @Requires('read', 'Expert')
  async list(@Query() query: ExpertsQueryDto, @Reading() { caller, action, subject }: QueryCall) {
    const { status, field, qualification, limit, cursor } = query;
    const scope = scopeConditions(this.runtime.access.scope(caller, action, subject));
    const where = [scope, whereGiven({ field, qualification })];
    return listReply(
      this.runtime.projections.view(expertList),
      { where, counted: 'status', only: status, sort: 'oldest', limit, cursor },
      ({ id, state, changedAt }) => ({ id, ...state, changedAt }),
    );
  }

  /** Name and contacts, for whoever invites, and for the person itself. */
  @Get(':id/person')
  @Requires('read-person', 'Expert')
  async person(@Param('id') id: string, @Reading() call: QueryCall) {
    await this.commands.load(this.aggregates.expert, id, call);
    const entries = await personalParts(this.runtime, this.aggregates.expert.category, id);
    return { id, person: entries.at(-1)?.content ?? null };
  }

  @Get(':id')
  @Requires('read', 'Expert')
  async show(@Param('id') id: string, @Reading() call: QueryCall) {
    const { state, revision } = await this.commands.load(this.aggregates.expert, id, call);
    const next = expertActions[state.status].map((act) => ({ act, roles: expertActors[act] }));
    return new Representation(revision, { id, ...state, next });
  }
}

function stated({ employer = null, employerParent = null, ...rest }: ParticularsDto): ExpertParticulars {
  return { employer, employerParent, ...rest };
}

function plain({ name, telephone, email }: PersonDto): JsonObject {
  return { name, telephone, email };
}
