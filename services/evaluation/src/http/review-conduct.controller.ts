import { randomBytes } from 'node:crypto';
import { Command, type CommandCall, CommandExecutor, Requires, ServiceRuntime } from '@iic/service-kit';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Aggregates } from '../aggregates.ts';
import type { RegisteredExpert } from '../domain/expert/state.ts';
import { provinceOf } from '../domain/province.ts';
import type { PoolCandidate, ReviewAct } from '../domain/review/commands.ts';
import { largestPool } from '../domain/review/pool.ts';
import type { ReviewState } from '../domain/review/state.ts';
import { allOf } from '../read-model/all-of.ts';
import { OtherFacts } from '../read-model/case-files.ts';
import { expertList } from '../read-model/expert-list.ts';
import { reviewList } from '../read-model/review-list.ts';
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

/** What the PDRC does to conduct a review, and the holders of the draw's seeds. */
@Controller('reviews/:id')
export class ReviewConductController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    private readonly aggregates: Aggregates,
    private readonly others: OtherFacts,
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
    const province = provinceOf(call.caller);
    const ids = experts ?? (await this.#availableExperts(province));
    const { candidates, unknown } = await this.#candidates(ids, province);
    const register = await this.#register(state);
    const conflictedBefore = await this.#conflictedBefore(state);
    return this.#act(id, { type: 'FreezePool', candidates, unknown, conflictedBefore, register }, call);
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

  async #availableExperts(province: string): Promise<readonly string[]> {
    const page = await this.runtime.projections
      .view(expertList)
      .query({ where: { status: 'available', province }, sort: 'oldest', limit: largestPool + 1 });
    return page.items.map(({ id }) => id);
  }

  /** The candidates as the register has them now; a fresh salt hides each one until it is opened. */
  async #candidates(ids: readonly string[], province: string) {
    const candidates: PoolCandidate[] = [];
    const unknown: string[] = [];
    for (const expertId of ids) {
      const { state } = await this.runtime.handler.load(this.aggregates.expert, expertId);
      if (state.status === 'unknown' || state.province !== province) unknown.push(expertId);
      else candidates.push(candidateFrom(state));
    }
    return { candidates, unknown };
  }

  /** Whoever had a conflict in one review of a case has it in the next. */
  async #conflictedBefore(state: ReviewState): Promise<readonly string[]> {
    if (state.status === 'none') return [];
    const { caseId, reviewId } = state.review;
    const reviews = await allOf(this.runtime.projections.view(reviewList), { caseId });
    const others = reviews.map(({ id }) => id).filter((id) => id !== reviewId);
    const loaded = await Promise.all(
      others.map((id) => this.runtime.handler.load(this.aggregates.review, id)),
    );
    return loaded.flatMap((other) => ('conflicted' in other.state ? other.state.conflicted : []));
  }

  /** Parents of the organisations behind the subject, as far as the register knows them. */
  async #register(state: ReviewState) {
    if (state.status === 'none') return [];
    const { leadUnit, members } = state.review;
    return Promise.all(
      [...new Set([leadUnit, ...members])].map(async (organisation) => {
        const known = await this.others.findOrganisation(organisation);
        return { organisation, parent: known?.parent ?? null, parentKnown: known?.parentKnown ?? false };
      }),
    );
  }
}

function candidateFrom({ expertId, particulars, status }: RegisteredExpert): PoolCandidate {
  const salt = randomBytes(32).toString('hex');
  return { ...particulars, expertId, suspended: status === 'suspended', salt };
}
