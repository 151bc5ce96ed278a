import { printDecision } from '@iic/documents';
import {
  CommandExecutor,
  Download,
  listReply,
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
import { OtherFacts } from '../read-model/case-files.ts';
import { decisionList } from '../read-model/decision-list.ts';
import { caseWorkConditions, notDoneBy } from './case-work-conditions.ts';
import { decisionPrint } from './decision-print.ts';
import { decisionRow, decisionView } from './decision-view.ts';
import { AsRecordedDto, DecisionsQueryDto } from './lists.dto.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Decisions of the PDRC to read. */
@Controller('decisions')
export class DecisionsController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    private readonly aggregates: Aggregates,
    private readonly others: OtherFacts,
  ) {}

  /** Decisions the caller may see, newest first, with counts by status of all that meet the other filters. */
  @Get()
  @Requires('read', 'Decision')
  async list(@Query() query: DecisionsQueryDto, @Reading() { caller, action, subject }: QueryCall) {
    const scope = scopeConditions(this.runtime.access.scope(caller, action, subject));
    const { status, limit, cursor } = query;
    const where = [scope, caseWorkConditions(query, caller), notDoneBy(caller, query)];
    return listReply(
      this.runtime.projections.view(decisionList),
      { where, counted: 'status', only: status, sort: 'newest', limit, cursor },
      (decision) => decisionRow(decision, caller, this.runtime.host.packs),
    );
  }

  /** One decision, now or as recorded at an instant, with what may be done next, by whom and until when. */
  @Get(':id')
  @Requires('read', 'Decision')
  async show(@Param('id') id: string, @Query() { asOfRecorded }: AsRecordedDto, @Reading() call: QueryCall) {
    const { state, revision } =
      asOfRecorded === undefined
        ? await this.commands.load(this.aggregates.decision, id, call)
        : await this.commands.loadAsOf(this.aggregates.decision, id, asOfRecorded, call);
    return new Representation(revision, decisionView(id, state, call.caller, this.runtime.host.packs));
  }

  /** The decision as an official document (DOCX), to be checked, signed and sealed. */
  @Get(':id/document.docx')
  @Requires('read', 'Decision')
  async print(@Param('id') id: string, @Reading() call: QueryCall) {
    const { state } = await this.commands.load(this.aggregates.decision, id, call);
    if (!('taken' in state)) throw new Problem('decision-not-taken', { params: { decisionId: id } });
    // Whoever holds the paper would take it for what holds.
    const { status } = state;
    if (status !== 'taken') throw new Problem('decision-not-in-force', { params: { status } });
    const { caseId, leadUnit, competentUnit, policyId, policyHash } = state.taken;
    const [latest] = state.documents.slice(-1);
    const document =
      latest === undefined ? undefined : await this.runtime.handler.load(this.aggregates.document, latest);
    const content = await printDecision(
      decisionPrint(id, state, {
        pack: this.runtime.host.packs.getPinned({ id: policyId, hash: policyHash }),
        centerName: (await this.others.findCase(caseId))?.proposedName ?? caseId,
        leadUnitName: await this.#nameOf(leadUnit),
        competentUnitName: await this.#nameOf(competentUnit),
        document: document?.state,
      }),
    );
    return new Download(`${state.number?.number ?? id}.docx`, docx, content);
  }

  async #nameOf(organisation: string): Promise<string> {
    return (await this.others.findOrganisation(organisation))?.name ?? organisation;
  }
}
