import {
  Command,
  type CommandCall,
  CommandExecutor,
  type QueryCall,
  Reading,
  Representation,
  Requires,
  ServiceRuntime,
} from '@iic/service-kit';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Aggregates } from '../aggregates.ts';
import { RankRoundDto } from './document.dto.ts';

/** Recorded rankings of cases that are decided together (择优). */
@Controller('merit-rounds/:id')
export class MeritRoundsController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    private readonly aggregates: Aggregates,
  ) {}

  /** Ranks the cases of concluded reviews; a later ranking replaces this one and both stay on record. */
  @Post('rankings')
  @Requires('rank', 'MeritRound')
  async rank(@Param('id') roundId: string, @Body() body: RankRoundDto, @Command() call: CommandCall) {
    const { kind, reasons } = body;
    await this.#demandRound(roundId, call);
    const reading = { ...call, action: 'read', subject: 'Review' };
    const reviews = await Promise.all(
      body.entries.map(async (entry) => {
        const { state } = await this.commands.load(this.aggregates.review, entry.reviewId, reading);
        return { ...entry, state };
      }),
    );
    const entries = reviews.flatMap(({ reviewId, rank, state }) => {
      if (state.status !== 'concluded') return [];
      return [{ caseId: state.review.caseId, reviewId, rank, averageScore: state.opinion.averageScore }];
    });
    const notConcluded = reviews
      .filter(({ state }) => state.status !== 'concluded')
      .map(({ reviewId }) => reviewId);
    return this.commands.create(
      this.aggregates.meritRound,
      roundId,
      { type: 'RankRound', roundId, kind, entries, notConcluded, reasons },
      call,
    );
  }

  @Get()
  @Requires('read', 'MeritRound')
  async show(@Param('id') id: string, @Reading() call: QueryCall) {
    const { state, revision } = await this.commands.load(this.aggregates.meritRound, id, call);
    return new Representation(revision, { id, ...state });
  }

  /** A round that exists is ranked again by those only who may see it. */
  async #demandRound(id: string, call: CommandCall): Promise<void> {
    const { state } = await this.runtime.handler.load(this.aggregates.meritRound, id);
    if (state.status !== 'none') await this.commands.load(this.aggregates.meritRound, id, call);
  }
}
