import { Command, type CommandCall, CommandExecutor, Problem, plainJson, Requires } from '@iic/service-kit';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Applications } from '../aggregates.ts';
import type { StepCommand } from '../domain/application/commands.ts';
import { OrganisationRegister } from '../read-model/organisation-register.ts';
import { ReassignCompetentUnitDto } from './dto/organisation.dto.ts';
import {
  FormalityCheckDto,
  PreliminaryReviewDto,
  RevisionRequestDto,
  TransmittalDto,
  WithdrawalDto,
} from './dto/step.dto.ts';

const free: readonly string[] = ['draft', 'submitted', 'returned', 'passed', 'filed'];

/** Steps of a case from its submission on. */
@Controller('applications')
export class ReviewController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly applications: Applications,
    private readonly register: OrganisationRegister,
  ) {}

  /** 主管单位初审: passed with an opinion, returned with points, or rejected with reasons (Art. 15). */
  @Post(':id/preliminary-review')
  @Requires('review', 'Application')
  review(@Param('id') id: string, @Body() dto: PreliminaryReviewDto, @Command() call: CommandCall) {
    return this.#run(id, reviewCommand(plainJson(dto)), call);
  }

  /** The number and opinion of the letter the competent unit sends with the application. */
  @Post(':id/transmittal')
  @Requires('review', 'Application')
  transmit(@Param('id') id: string, @Body() dto: TransmittalDto, @Command() call: CommandCall) {
    const { documentNumber, opinion, document } = dto;
    const command = {
      type: 'IssueTransmittal',
      documentNumber,
      opinion,
      document: document ?? null,
    } as const;
    return this.#run(id, command, call);
  }

  /** 申报: the lead unit files the reviewed version with the PDRC (Art. 15). */
  @Post(':id/filing')
  @Requires('file', 'Application')
  file(@Param('id') id: string, @Command() call: CommandCall) {
    return this.#run(id, { type: 'FileApplication' }, call);
  }

  /** 形式审查: accepted (受理), returned with points, or refused on a ground. */
  @Post(':id/formality-check')
  @Requires('check', 'Application')
  check(@Param('id') id: string, @Body() dto: FormalityCheckDto, @Command() call: CommandCall) {
    return this.#run(id, formalityCommand(plainJson(dto)), call);
  }

  /** Takes the application back: at once before it is accepted; from then on the review decides. */
  @Post(':id/withdrawal')
  @Requires('withdraw', 'Application')
  async withdraw(@Param('id') id: string, @Body() { reason }: WithdrawalDto, @Command() call: CommandCall) {
    const { state } = await this.commands.load(this.applications, id, call);
    const type =
      free.includes(state.status) || state.status === 'withdrawn'
        ? 'WithdrawApplication'
        : 'RequestWithdrawal';
    return this.#run(id, { type, reason }, call);
  }

  /** Asks the lead unit to revise the plan as the review suggests, before it is decided. */
  @Post(':id/revision-request')
  @Requires('check', 'Application')
  requestRevision(@Param('id') id: string, @Body() dto: RevisionRequestDto, @Command() call: CommandCall) {
    return this.#run(id, { type: 'RequestRevision', points: plainJson(dto).points }, call);
  }

  /** A recorded act of the PDRC puts the case under another competent unit. */
  @Post(':id/competent-unit')
  @Requires('reassign', 'Application')
  async reassign(
    @Param('id') id: string,
    @Body() dto: ReassignCompetentUnitDto,
    @Command() call: CommandCall,
  ) {
    const { competentUnit, reason, documentNumber } = dto;
    return this.#run(
      id,
      {
        type: 'ReassignCaseCompetentUnit',
        competentUnit,
        competentUnitKnown: await this.register.knows(competentUnit),
        reason,
        documentNumber: documentNumber ?? null,
      },
      call,
    );
  }

  #run(id: string, command: StepCommand, call: CommandCall) {
    return this.commands.run(this.applications, id, command, call);
  }
}

function reviewCommand({
  outcome,
  opinion,
  documentNumber,
  points,
  reasons,
}: PreliminaryReviewDto): StepCommand {
  switch (outcome) {
    case 'passed':
      return {
        type: 'PassPreliminaryReview',
        opinion: needed('opinion', opinion),
        documentNumber: documentNumber ?? null,
      };
    case 'returned':
      return { type: 'ReturnForSupplement', points: needed('points', points) };
    case 'rejected':
      return { type: 'RejectApplication', reasons: needed('reasons', reasons) };
    default:
      return outcome satisfies never;
  }
}

function formalityCommand({ outcome, points, reasons, ground }: FormalityCheckDto): StepCommand {
  switch (outcome) {
    case 'accepted':
      return { type: 'AcceptApplication' };
    case 'returned':
      return { type: 'ReturnAtFormalityCheck', points: needed('points', points) };
    case 'refused':
      return {
        type: 'RefuseApplication',
        reasons: needed('reasons', reasons),
        ground: needed('ground', ground),
      };
    default:
      return outcome satisfies never;
  }
}

/** A member the outcome asks for. Throws the problem `invalid-request` when it is left out. */
function needed<Value>(field: string, value: Value | undefined): Value {
  if (value !== undefined) return value;
  throw new Problem('invalid-request', {
    errors: [{ field, message: `${field} is needed with this outcome` }],
  });
}
