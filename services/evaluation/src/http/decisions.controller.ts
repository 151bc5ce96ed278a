import {
  CommandExecutor,
  type QueryCall,
  Reading,
  Representation,
  Requires,
  ServiceRuntime,
  scopeConditions,
} from '@iic/service-kit';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Aggregates } from '../aggregates.ts';
import { decisionList } from '../read-model/decision-list.ts';
import { caseWorkConditions } from './case-work-conditions.ts';
import { decisionRow, decisionView } from './decision-view.ts';
import { CaseWorkQueryDto } from './lists.dto.ts';

/** Decisions of the PDRC to read. */
@Controller('decisions')
export class DecisionsController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    private readonly aggregates: Aggregates,
  ) {}

  /** Decisions the caller may see, newest first, with counts by status. */
  @Get()
  @Requires('read', 'Decision')
  async list(@Query() query: CaseWorkQueryDto, @Reading() { caller, action, subject }: QueryCall) {
    const scope = scopeConditions(this.runtime.access.scope(caller, action, subject));
    const decisions = this.runtime.projections.view(decisionList);
    const where = [scope, caseWorkConditions(query, caller)];
    const { limit, cursor } = query;
    const page = await decisions.query({
      where,
      sort: 'newest',
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    return {
      items: page.items.map(({ doc }) => decisionRow(doc, caller)),
      next: page.nextCursor,
      counts: await decisions.countBy('status', where),
    };
  }

  /** One decision with what may be done next, as far as the caller may see it. */
  @Get(':id')
  @Requires('read', 'Decision')
  async show(@Param('id') id: string, @Reading() call: QueryCall) {
    const { state, revision } = await this.commands.load(this.aggregates.decision, id, call);
    return new Representation(revision, decisionView(id, state, call.caller));
  }
}
