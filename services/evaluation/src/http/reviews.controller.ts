import {
  CommandExecutor,
  OpenToPublic,
  Problem,
  type QueryCall,
  Reading,
  Representation,
  Requires,
  ServiceRuntime,
  scopeConditions,
} from '@iic/service-kit';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Aggregates } from '../aggregates.ts';
import { reviewList } from '../read-model/review-list.ts';
import { caseWorkConditions } from './case-work-conditions.ts';
import { CaseWorkQueryDto } from './lists.dto.ts';
import { drawRecord, reviewRow, reviewView } from './review-view.ts';

/** Reviews to read: lists, one review, and the record of its draw. */
@Controller('reviews')
export class ReviewsController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    private readonly aggregates: Aggregates,
  ) {}

  /** Reviews the caller may see, newest first, with counts by status. */
  @Get()
  @Requires('read', 'Review')
  async list(@Query() query: CaseWorkQueryDto, @Reading() { caller, action, subject }: QueryCall) {
    const scope = scopeConditions(this.runtime.access.scope(caller, action, subject));
    const reviews = this.runtime.projections.view(reviewList);
    const where = [scope, caseWorkConditions(query, caller)];
    const { limit, cursor } = query;
    const page = await reviews.query({
      where,
      sort: 'newest',
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    return {
      items: page.items.map(({ doc }) => reviewRow(doc)),
      next: page.nextCursor,
      counts: await reviews.countBy('status', where),
    };
  }

  /** One review with what may be done next, as far as the caller may see it. */
  @Get(':id')
  @Requires('read', 'Review')
  async show(@Param('id') id: string, @Reading() call: QueryCall) {
    const { state, revision } = await this.commands.load(this.aggregates.review, id, call);
    return new Representation(revision, reviewView(id, state, call.caller));
  }

  /** Everything anyone needs to recompute the draw: commitments, seeds, pool and order; no identities. */
  @Get(':id/draw')
  @OpenToPublic()
  async draw(@Param('id') id: string) {
    const { state } = await this.runtime.handler.load(this.aggregates.review, id);
    const record = drawRecord(id, state);
    if (record === undefined) throw new Problem('not-found');
    return record;
  }
}
