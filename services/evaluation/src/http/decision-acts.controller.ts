import type { evaluationParts } from '@iic/contracts';
import { endOfDay, isCalendarDate } from '@iic/policy';
import { Command, type CommandCall, CommandExecutor, Requires, ServiceRuntime } from '@iic/service-kit';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Aggregates, panelOf } from '../aggregates.ts';
import type { DecisionAct } from '../domain/decision/commands.ts';
import { meritOf } from '../domain/merit-round/merit-round.ts';
import { opinionReference } from '../domain/review/opinion-reference.ts';
import {
  ApproveChangeDto,
  ApproveDecisionDto,
  type ConditionsDto,
  DepartmentOpinionDto,
  PrepareDecisionDto,
  ProposeChangeDto,
  RequestOpinionDto,
  ReturnChangeDto,
  ReturnPreparationDto,
} from './decision.dto.ts';
import { ReasonDto } from './review.dto.ts';

/** How a decision comes about, and what may become of it later. */
@Controller('decisions/:id')
export class DecisionActsController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    private readonly aggregates: Aggregates,
  ) {}

  /** 会同有关部门: asks another department. */
  @Post('opinion-requests')
  @Requires('prepare', 'Decision')
  requestOpinion(@Param('id') id: string, @Body() body: RequestOpinionDto, @Command() call: CommandCall) {
    return this.#act(id, { type: 'RequestDepartmentOpinion', ...body }, call);
  }

  /** The department answers, or a handler enters its paper. */
  @Post('opinions/:department')
  @Requires('give-opinion', 'Decision')
  recordOpinion(
    @Param('id') id: string,
    @Param('department') department: string,
    @Body() { documentHash, ...opinion }: DepartmentOpinionDto,
    @Command() call: CommandCall,
  ) {
    return this.#act(
      id,
      { type: 'RecordDepartmentOpinion', department, ...opinion, documentHash: documentHash ?? null },
      call,
    );
  }

  @Post('opinions/:department/waiver')
  @Requires('prepare', 'Decision')
  waiveOpinion(
    @Param('id') id: string,
    @Param('department') department: string,
    @Body() { reason }: ReasonDto,
    @Command() call: CommandCall,
  ) {
    return this.#act(id, { type: 'WaiveDepartmentOpinion', department, reason }, call);
  }

  /** A handler puts an outcome with its reasons before the deciders. */
  @Post('preparations')
  @Requires('prepare', 'Decision')
  async prepare(@Param('id') id: string, @Body() body: PrepareDecisionDto, @Command() call: CommandCall) {
    const { state } = await this.commands.load(this.aggregates.decision, id, call);
    const file = state.status === 'none' ? undefined : state.file;
    const { outcome, reasons, article, conditions, justifications, meritRound, subjectHash } = body;
    const merit = meritRound === undefined ? undefined : await this.#merit(meritRound, file?.caseId ?? '');
    return this.#act(
      id,
      {
        type: 'PrepareDecision',
        outcome,
        reasons,
        conditions: given(conditions),
        justifications,
        ...(await this.#review(file?.reviewId ?? null)),
        ...(subjectHash === undefined ? {} : { subjectHash }),
        ...(article === undefined ? {} : { article }),
        ...(merit === undefined ? {} : { merit }),
      },
      call,
    );
  }

  @Post('preparation-returns')
  @Requires('decide', 'Decision')
  returnPreparation(
    @Param('id') id: string,
    @Body() body: ReturnPreparationDto,
    @Command() call: CommandCall,
  ) {
    return this.#act(id, { type: 'ReturnPreparation', ...body }, call);
  }

  /** One decider's approval; the decision is taken with the last one that is needed. */
  @Post('approvals')
  @Requires('decide', 'Decision')
  async approve(@Param('id') id: string, @Body() body: ApproveDecisionDto, @Command() call: CommandCall) {
    const { state } = await this.commands.load(this.aggregates.decision, id, call);
    const review = await this.#review(state.status === 'none' ? null : state.file.reviewId);
    return this.#act(id, { type: 'ApproveDecision', ...body, ...review }, call);
  }

  /** Proposes to correct, amend, suspend, resume or annul a decision that was taken. */
  @Post('changes')
  @Requires('prepare', 'Decision')
  proposeChange(@Param('id') id: string, @Body() body: ProposeChangeDto, @Command() call: CommandCall) {
    const { basis, reason } = body;
    return this.#act(
      id,
      {
        type: 'ProposeChange',
        act: changeOf(body),
        basis: { kind: basis.kind, reference: basis.reference ?? null },
        reason,
      },
      call,
    );
  }

  @Post('change-returns')
  @Requires('decide', 'Decision')
  returnChange(@Param('id') id: string, @Body() body: ReturnChangeDto, @Command() call: CommandCall) {
    return this.#act(id, { type: 'ReturnChange', ...body }, call);
  }

  @Post('change-approvals')
  @Requires('decide', 'Decision')
  approveChange(@Param('id') id: string, @Body() body: ApproveChangeDto, @Command() call: CommandCall) {
    return this.#act(id, { type: 'ApproveChange', ...body }, call);
  }

  #act(id: string, act: DecisionAct, call: CommandCall) {
    return this.commands.run(this.aggregates.decision, id, act, call);
  }

  /** The opinion of the concluded review the proposal rests on, and whose it is. */
  async #review(reviewId: string | null) {
    if (reviewId === null) return { opinion: null, panel: [] };
    const { state } = await this.runtime.handler.load(this.aggregates.review, reviewId);
    return { opinion: opinionReference(state) ?? null, panel: panelOf(state) };
  }

  async #merit(roundId: string, caseId: string): Promise<evaluationParts.Merit | null> {
    const { state } = await this.runtime.handler.load(this.aggregates.meritRound, roundId);
    return meritOf(state, caseId) ?? null;
  }
}

function changeOf({ act, article, reasons, conditions }: ProposeChangeDto): evaluationParts.DecisionChange {
  switch (act) {
    case 'correct':
      return { type: 'correct', article: article ?? '', reasons: reasons ?? '' };
    case 'amend':
      return { type: 'amend', conditions: given(conditions) };
    case 'suspend':
    case 'resume':
    case 'annul':
      return { type: act };
    default:
      return act satisfies never;
  }
}

/** Drops the members a request left out; a stored event has no undefined ones. */
function given(conditions: ConditionsDto | undefined): evaluationParts.Conditions {
  const { rectificationMonths, newDueAt, effectiveDate, requirements } = conditions ?? {};
  return {
    ...(rectificationMonths === undefined ? {} : { rectificationMonths }),
    ...(newDueAt === undefined ? {} : { newDueAt: isCalendarDate(newDueAt) ? endOfDay(newDueAt) : newDueAt }),
    ...(effectiveDate === undefined ? {} : { effectiveDate }),
    ...(requirements === undefined ? {} : { requirements }),
  };
}
