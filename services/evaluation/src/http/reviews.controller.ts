import { streamName } from '@iic/event-sourcing';
import { whereGiven } from '@iic/read-models';
import {
  CommandExecutor,
  listReply,
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
import { drawRecord } from '../domain/draw/draw-record.ts';
import type { ReviewEvent } from '../domain/review/events.ts';
import { reviewList } from '../read-model/review-list.ts';
import { caseWorkConditions } from './case-work-conditions.ts';
import { AsRecordedDto, ReviewsQueryDto } from './lists.dto.ts';
import { personalParts } from './personal-parts.ts';
import { reviewRow, reviewView } from './review-view.ts';

/** Reviews to read: lists, one review, and the record of its draw. */
@Controller('reviews')
export class ReviewsController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    private readonly aggregates: Aggregates,
  ) {}

  /** Reviews the caller may see, newest first, with counts by status of all that meet the other filters. */
  @Get()
  @Requires('read', 'Review')
  async list(@Query() query: ReviewsQueryDto, @Reading() { caller, action, subject }: QueryCall) {
    const scope = scopeConditions(this.runtime.access.scope(caller, action, subject));
    const { status, field, limit, cursor } = query;
    const where = [scope, caseWorkConditions(query, caller), whereGiven({ field })];
    return listReply(
      this.runtime.projections.view(reviewList),
      { where, counted: 'status', only: status, sort: 'newest', limit, cursor },
      reviewRow,
    );
  }

  /** One review, now or as recorded at an instant, with what may be done next, by whom and until when. */
  @Get(':id')
  @Requires('read', 'Review')
  async show(@Param('id') id: string, @Query() { asOfRecorded }: AsRecordedDto, @Reading() call: QueryCall) {
    const { state, revision } =
      asOfRecorded === undefined
        ? await this.commands.load(this.aggregates.review, id, call)
        : await this.commands.loadAsOf(this.aggregates.review, id, asOfRecorded, call);
    return new Representation(revision, reviewView(id, state, call.caller, this.runtime.host.packs));
  }

  /** What experts remarked on refusing, on a conflict, or on dissenting. */
  @Get(':id/remarks')
  @Requires('read-remarks', 'Review')
  async remarks(@Param('id') id: string, @Reading() call: QueryCall) {
    await this.commands.load(this.aggregates.review, id, call);
    return { items: await personalParts(this.runtime, this.aggregates.review.category, id) };
  }

  /** Everything anyone needs to recompute every attempt of the draw: no identities. Open to the public. */
  @Get(':id/draw')
  @OpenToPublic()
  async draw(@Param('id') id: string) {
    const history = await this.#historyOf(id);
    if (history.length === 0) throw new Problem('not-found');
    return { reviewId: id, attempts: drawRecord(history) };
  }

  async #historyOf(id: string): Promise<readonly ReviewEvent[]> {
    const stored = await this.runtime.store.readStream(streamName(this.aggregates.review.category, id));
    return stored.map(({ envelope }) => this.runtime.versions.eventOf<ReviewEvent>(envelope));
  }
}
