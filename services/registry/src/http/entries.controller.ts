import { NotVisible } from '@iic/access';
import { dayOf } from '@iic/policy';
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
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Centers } from '../centers.ts';
import { factsOn, latestFacts } from '../domain/center/facts.ts';
import { nextActs, waitingRole } from '../domain/center/next-acts.ts';
import { centerList, type ListedCenter } from '../read-model/center-list.ts';
import { EntriesQueryDto, EntryQueryDto } from './dto/centers.dto.ts';

/** Entries of the register for those who work with them. */
@Controller('entries')
export class EntriesController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    private readonly centers: Centers,
  ) {}

  /** Entries the caller may see, with counts by state of the plaque of all that meet the other filters. */
  @Get()
  @Requires('read', 'Center')
  async list(@Query() query: EntriesQueryDto, @Reading() call: QueryCall) {
    const { plaque, limit, cursor } = query;
    const scope = scopeConditions(this.runtime.access.scope(call.caller, call.action, call.subject));
    return listReply(
      this.runtime.projections.view(centerList),
      {
        where: [scope, filtersOf(query, call)],
        counted: 'plaque',
        only: plaque,
        sort: 'changed',
        limit,
        cursor,
      },
      summary,
    );
  }

  /** One entry with everything stated of it, and what may be done next. */
  @Get(':id')
  @Requires('read', 'Center')
  async show(@Param('id') id: string, @Query() _query: EntryQueryDto, @Reading() call: QueryCall) {
    const { state, revision } = await this.commands.load(this.centers, id, call);
    if (state.status === 'not-designated') throw new NotVisible('Center');
    const { caseId, province, effectiveDate, decisionId, policy, plaque, statements } = state.center;
    const today = dayOf(this.runtime.host.clock.now());
    return new Representation(revision, {
      id: caseId,
      status: state.status,
      province,
      effectiveDate,
      decisionId,
      policy,
      plaque,
      facts: factsOn(today, statements),
      statements: [statements.designation, ...statements.later],
      next: nextActs(state).map((act) => ({ ...act, mine: act.role === call.caller.role })),
    });
  }
}

function summary({ state, changedAt }: ListedCenter) {
  const { caseId, effectiveDate, plaque, statements } = state.center;
  const { nameZh, nameEn, leadUnit, competentUnit, area, field } = latestFacts(statements);
  return {
    id: caseId,
    status: state.status,
    nameZh,
    nameEn,
    leadUnit,
    competentUnit,
    area,
    field,
    effectiveDate,
    plaque,
    waitingFor: { role: waitingRole(state) },
    changedAt,
  };
}

function filtersOf(query: EntriesQueryDto, { caller }: QueryCall) {
  const { status, leadUnit, competentUnit, area, field, search, waitingFor } = query;
  return whereGiven({
    status,
    leadUnit,
    competentUnit,
    area,
    field,
    name: search === undefined ? undefined : { prefix: searchForm(search) },
    waitingRole: waitingFor === undefined ? undefined : caller.role,
  });
}
