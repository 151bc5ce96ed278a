import { Command, type CommandCall, CommandExecutor, Requires } from '@iic/service-kit';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Aggregates } from '../aggregates.ts';
import type { ReviewAct } from '../domain/review/commands.ts';
import {
  AcceptInvitationDto,
  DeclareConflictDto,
  RefuseInvitationDto,
  RevisedScoresheetDto,
  ScoresheetDto,
  SignOpinionDto,
} from './review.dto.ts';
import { ReviewLookups } from './review-lookups.ts';

/** What a member of the panel does, each for itself. */
@Controller('reviews/:id')
export class ReviewPanelController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly aggregates: Aggregates,
    private readonly lookups: ReviewLookups,
  ) {}

  @Post('invitation-acceptance')
  @Requires('judge', 'Review')
  async accept(
    @Param('id') id: string,
    @Body() { noConflict }: AcceptInvitationDto,
    @Command() call: CommandCall,
  ) {
    const own = await this.#own(id, call);
    return this.#act(id, { type: 'AcceptInvitation', ...own, noConflict }, call);
  }

  @Post('invitation-refusal')
  @Requires('judge', 'Review')
  refuse(
    @Param('id') id: string,
    @Body() { reason, remark }: RefuseInvitationDto,
    @Command() call: CommandCall,
  ) {
    return this.#act(
      id,
      {
        type: 'RefuseInvitation',
        expertId: call.caller.subject,
        reason,
        ...(remark === undefined ? {} : { remark }),
      },
      call,
    );
  }

  /** Declares a conflict of interest of one's own; the seat goes to the next in the order. */
  @Post('conflict-declarations')
  @Requires('judge', 'Review')
  declareConflict(@Param('id') id: string, @Body() body: DeclareConflictDto, @Command() call: CommandCall) {
    const { organisation = null, remark } = body;
    return this.#act(
      id,
      {
        type: 'DeclareConflict',
        expertId: call.caller.subject,
        organisation,
        ...(remark === undefined ? {} : { remark }),
      },
      call,
    );
  }

  @Post('scoresheet')
  @Requires('judge', 'Review')
  async score(@Param('id') id: string, @Body() { scores }: ScoresheetDto, @Command() call: CommandCall) {
    return this.#act(id, { type: 'SubmitScoresheet', ...(await this.#own(id, call)), scores }, call);
  }

  @Post('scoresheet-revisions')
  @Requires('judge', 'Review')
  revise(
    @Param('id') id: string,
    @Body() { scores, reason }: RevisedScoresheetDto,
    @Command() call: CommandCall,
  ) {
    return this.#act(id, { type: 'ReviseScoresheet', expertId: call.caller.subject, scores, reason }, call);
  }

  @Post('signatures')
  @Requires('judge', 'Review')
  sign(@Param('id') id: string, @Body() body: SignOpinionDto, @Command() call: CommandCall) {
    const { opinionHash, dissents, remark } = body;
    return this.#act(
      id,
      {
        type: 'SignOpinion',
        expertId: call.caller.subject,
        opinionHash,
        dissents,
        ...(remark === undefined ? {} : { remark }),
      },
      call,
    );
  }

  /** Who acts, and how the registers have them today. */
  async #own(id: string, call: CommandCall) {
    const expertId = call.caller.subject;
    return { expertId, standing: await this.lookups.standing(expertId, id) };
  }

  #act(id: string, act: ReviewAct, call: CommandCall) {
    return this.commands.run(this.aggregates.review, id, act, call);
  }
}
