import { dayOf, endOfDay, type PolicyPack, policyIdentity, startOfDay } from '@iic/policy';
import { searchForm, whereGiven } from '@iic/read-models';
import { provinceOf } from '@iic/reference-data';
import {
  Command,
  type CommandCall,
  CommandExecutor,
  listReply,
  newId,
  Problem,
  type QueryCall,
  Reading,
  Representation,
  Requires,
  ServiceRuntime,
  scopeConditions,
} from '@iic/service-kit';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Applications } from '../aggregates.ts';
import type { DraftApplication } from '../domain/application/commands.ts';
import { shownEntry } from '../read-model/case-entry.ts';
import { caseList } from '../read-model/case-list.ts';
import { OrganisationRegister } from '../read-model/organisation-register.ts';
import { atWork, caseView, existing } from './case-view.ts';
import { ApplicationQueryDto, ApplicationsQueryDto, DraftApplicationDto } from './dto/application.dto.ts';

/** Applications to form a center (Art. 12–15). */
@Controller('applications')
export class ApplicationsController {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly commands: CommandExecutor,
    private readonly applications: Applications,
    private readonly register: OrganisationRegister,
  ) {}

  /** Opens a draft for the caller's organisation, as the register knows it, under the rules in force. */
  @Post()
  @Requires('draft', 'Application')
  async draft(@Body() dto: DraftApplicationDto, @Command() call: CommandCall) {
    const { organisation } = call.caller;
    const profile = await this.register.find(organisation);
    const province = dto.province ?? provinceOf(profile?.area ?? call.caller.jurisdiction);
    const caseId = newId(call);
    const command: DraftApplication = {
      type: 'DraftApplication',
      caseId,
      leadUnit: (await this.register.findLeadUnit(organisation)) ?? null,
      competentUnit: profile?.competentUnit ?? null,
      province,
      policy: policyIdentity(this.#packInForce(province)),
      ...(dto.prefillFrom === undefined ? {} : { prefill: await this.#prefill(dto.prefillFrom, call) }),
    };
    return this.commands.create(this.applications, caseId, command, call, caseId);
  }

  /**
   * Cases the caller may see, with counts by status of all that meet the other filters. Reviewers see and search
   * what was submitted last, never what the lead unit is writing.
   */
  @Get()
  @Requires('read', 'Application')
  async list(@Query() query: ApplicationsQueryDto, @Reading() call: QueryCall) {
    const { status, ...page } = query;
    const scope = scopeConditions(this.runtime.access.scope(call.caller, call.action, call.subject));
    return listReply(
      this.runtime.projections.view(caseList),
      { ...page, where: [scope, filtersOf(query, call)], counted: 'status', only: status },
      (entry) => shownEntry(entry, atWork.includes(call.caller.role)),
    );
  }

  /** One case, now or as it was recorded at an instant, with what may be done next, by whom and until when. */
  @Get(':id')
  @Requires('read', 'Application')
  async show(
    @Param('id') id: string,
    @Query() { asOfRecorded }: ApplicationQueryDto,
    @Reading() call: QueryCall,
  ) {
    const { state, revision } =
      asOfRecorded === undefined
        ? await this.commands.load(this.applications, id, call)
        : await this.commands.loadAsOf(this.applications, id, asOfRecorded, call);
    const context = { role: call.caller.role, now: this.runtime.host.clock.now() };
    return new Representation(revision, caseView(this.applications, existing(state), context));
  }

  #packInForce(province: string): PolicyPack {
    const { packs, clock } = this.runtime.host;
    const pack = packs.findInForce(province, dayOf(clock.now()));
    if (pack === undefined) throw new Problem('no-policy-in-force', { params: { province } });
    return pack;
  }

  async #prefill(from: string, call: CommandCall) {
    const { state } = await this.commands.load(this.applications, from, { ...call, action: 'read' });
    return { from, content: existing(state).content };
  }
}

/** The caller's scope narrows this further, so that "waiting for me" need not name the unit. */
function filtersOf(query: ApplicationsQueryDto, { caller }: QueryCall) {
  const { field, unit, search, from, to, waitingFor } = query;
  const since = {
    ...(from === undefined ? {} : { gte: startOfDay(from) }),
    ...(to === undefined ? {} : { lte: endOfDay(to) }),
  };
  const asMember = caller.role === 'member-unit';
  const text = search === undefined ? undefined : { prefix: searchForm(search) };
  const content = atWork.includes(caller.role)
    ? { field, search: text }
    : { submittedField: field, submittedSearch: text };
  return whereGiven({
    ...content,
    units: unit,
    since: from === undefined && to === undefined ? undefined : since,
    waitingFor: waitingFor === undefined || asMember ? undefined : caller.role,
    unconfirmed: waitingFor !== undefined && asMember ? caller.organisation : undefined,
  });
}
