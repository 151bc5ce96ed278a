import type { Loaded } from '@iic/event-sourcing';
import {
  Command,
  type CommandCall,
  CommandExecutor,
  type QueryCall,
  Reading,
  Representation,
  Requires,
} from '@iic/service-kit';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Aggregates, sha256 } from '../aggregates.ts';
import {
  type DocumentState,
  documentActions,
  documentId,
} from '../domain/official-document/official-document.ts';
import { IssueDocumentDto } from './document.dto.ts';
import { ReasonDto } from './review.dto.ts';

const takenStatuses = ['taken', 'suspended', 'annulled'];

/** Official documents (公文) under their external numbers (文号). */
@Controller('documents')
export class OfficialDocumentsController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly aggregates: Aggregates,
  ) {}

  /** Records a document the agency has issued; its number can be used once. */
  @Post()
  @Requires('issue', 'OfficialDocument')
  async issue(@Body() body: IssueDocumentDto, @Command() call: CommandCall) {
    const id = documentId(body, sha256);
    const reading = { ...call, action: 'read', subject: 'Decision' };
    const decisions = await Promise.all(
      body.decisions.map(async (decisionId) => {
        const { state } = await this.commands.load(this.aggregates.decision, decisionId, reading);
        return { decisionId, taken: takenStatuses.includes(state.status) };
      }),
    );
    const { addressee = null, contentHash = null, ...rest } = body;
    return this.commands.create(
      this.aggregates.document,
      id,
      { type: 'IssueDocument', documentId: id, ...rest, addressee, decisions, contentHash },
      call,
    );
  }

  @Post(':id/withdrawal')
  @Requires('withdraw', 'OfficialDocument')
  withdraw(@Param('id') id: string, @Body() { reason }: ReasonDto, @Command() call: CommandCall) {
    return this.commands.run(this.aggregates.document, id, { type: 'WithdrawDocument', reason }, call);
  }

  @Get(':id')
  @Requires('read', 'OfficialDocument')
  async show(@Param('id') id: string, @Reading() call: QueryCall) {
    const { state, revision }: Loaded<DocumentState> = await this.commands.load(
      this.aggregates.document,
      id,
      call,
    );
    return new Representation(revision, { id, ...state, next: documentActions[state.status] });
  }
}
