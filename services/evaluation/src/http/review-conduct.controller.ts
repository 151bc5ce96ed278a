import { Command, type CommandCall, CommandExecutor, Requires } from '@iic/service-kit';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Aggregates } from '../aggregates.ts';
import { provinceOf } from '../domain/province.ts';
import type { ReviewAct } from '../domain/review/commands.ts';
import {
  CommitSeedDto,
  ExcuseMemberDto,
  FreezePoolDto,
  OpenSeedDto,
  PanelOpinionDto,
  ReasonDto,
  ReportConflictDto,
  SiteVisitDto,
} from './review.dto.ts';
import { ReviewLookups } from './review-lookups.ts';

/** What the PDRC does to conduct a review, and the holders of the draw's seeds. */
@Controller('reviews/:id')
export class ReviewConductController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly aggregates: Aggregates,
    private readonly lookups: ReviewLookups,
  ) {}

  /** Two persons commit to seeds before anyone knows the pool. */
  @Post('seed-commitments')
  @Requires('hold-seed', 'Review')
  commitSeed(@Param('id') id: string, @Body() { commitment }: CommitSeedDto, @Command() call: CommandCall) {
    return this.#act(id, { type: 'CommitSeed', commitment }, call);
  }

  /** Freezes the pool of candidates; those with a conflict are kept out. */
  @Post('pool')
  @Requires('conduct', 'Review')
  async freezePool(
    @Param('id') id: string,
    @Body() { experts }: FreezePoolDto,
    @Command() call: CommandCall,
  ) {
    const { state } = await this.commands.load(this.aggregates.review, id, call);
    const pool = await this.lookups.pool(experts, state, provinceOf(call.caller));
    return this.#act(id, { type: 'FreezePool', ...pool }, call);
  }

  /** Opens one's seed; the last one orders the pool. */
  @Post('seeds')
  @Requires('hold-seed', 'Review')
  openSeed(@Param('id') id: string, @Body() { seed }: OpenSeedDto, @Command() call: CommandCall) {
    return this.#act(id, { type: 'OpenSeed', seed }, call);
  }

  /** Cancels the draw, visibly, and begins another attempt. */
  @Post('draw-cancellation')
  @Requires('conduct', 'Review')
  cancelDraw(@Param('id') id: string, @Body() { reason }: ReasonDto, @Command() call: CommandCall) {
    return this.#act(id, { type: 'CancelDraw', reason }, call);
  }

  /** Composes the panel in the drawn order. */
  @Post('panel')
  @Requires('conduct', 'Review')
  composePanel(@Param('id') id: string, @Command() call: CommandCall) {
    return this.#act(id, { type: 'ComposePanel' }, call);
  }

  /** Goes on with a smaller panel that the rules still allow. */
  @Post('panel-reduction')
  @Requires('conduct', 'Review')
  reducePanel(@Param('id') id: string, @Body() { reason }: ReasonDto, @Command() call: CommandCall) {
    return this.#act(id, { type: 'ReducePanel', reason }, call);
  }

  @Post('excused-members')
  @Requires('conduct', 'Review')
  excuse(@Param('id') id: string, @Body() body: ExcuseMemberDto, @Command() call: CommandCall) {
    return this.#act(id, { type: 'ExcuseMember', ...body }, call);
  }

  /** A conflict found later; the expert's scoresheet becomes void. */
  @Post('conflict-reports')
  @Requires('conduct', 'Review')
  reportConflict(@Param('id') id: string, @Body() body: ReportConflictDto, @Command() call: CommandCall) {
    const { expertId, organisation = null, remark } = body;
    return this.#act(
      id,
      { type: 'ReportConflict', expertId, organisation, ...(remark === undefined ? {} : { remark }) },
      call,
    );
  }

  /** 实地考察. */
  @Post('site-visits')
  @Requires('conduct', 'Review')
  recordSiteVisit(@Param('id') id: string, @Body() body: SiteVisitDto, @Command() call: CommandCall) {
    return this.#act(id, { type: 'RecordSiteVisit', ...body }, call);
  }

  /** The panel's opinion, to be signed by its members. */
  @Post('opinion')
  @Requires('conduct', 'Review')
  recordOpinion(@Param('id') id: string, @Body() body: PanelOpinionDto, @Command() call: CommandCall) {
    const { justification = null, ...opinion } = body;
    return this.#act(id, { type: 'RecordOpinion', ...opinion, justification }, call);
  }

  @Post('opinion-voidance')
  @Requires('conduct', 'Review')
  voidOpinion(@Param('id') id: string, @Body() { reason }: ReasonDto, @Command() call: CommandCall) {
    return this.#act(id, { type: 'VoidOpinion', reason }, call);
  }

  @Post('conclusion')
  @Requires('conduct', 'Review')
  conclude(@Param('id') id: string, @Command() call: CommandCall) {
    return this.#act(id, { type: 'ConcludeReview' }, call);
  }

  @Post('withdrawal')
  @Requires('conduct', 'Review')
  withdraw(@Param('id') id: string, @Body() { reason }: ReasonDto, @Command() call: CommandCall) {
    return this.#act(id, { type: 'WithdrawReview', reason }, call);
  }

  #act(id: string, act: ReviewAct, call: CommandCall) {
    return this.commands.run(this.aggregates.review, id, act, call);
  }
}
