import { printSubmission } from '@iic/documents';
import {
  Command,
  type CommandCall,
  CommandExecutor,
  Download,
  fillTemplate,
  type QueryCall,
  Reading,
  Representation,
  Requires,
  ServiceRuntime,
} from '@iic/service-kit';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Applications } from '../aggregates.ts';
import { assess, hardFindings, unjustifiedFindings } from '../domain/application/findings.ts';
import { manifestOf } from '../domain/application/manifest.ts';
import type { ApplicationCase } from '../domain/application/state.ts';
import { CaseSecrets } from './case-secrets.ts';
import { atWork, existing, visibleVersion } from './case-view.ts';
import { CommitmentDto, SubmitDto, VersionQueryDto } from './dto/application.dto.ts';
import { SubmissionPrints } from './submission-prints.ts';
import { Submissions } from './submissions.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** From the finished draft to the submitted version: findings, manifest, commitment, print. */
@Controller('applications')
export class SubmissionController {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly commands: CommandExecutor,
    private readonly applications: Applications,
    private readonly submissions: Submissions,
    private readonly secrets: CaseSecrets,
    private readonly prints: SubmissionPrints,
  ) {}

  /** What the rules say about the application as it stands, and whether that bars its submission. */
  @Get(':id/findings')
  @Requires('edit', 'Application')
  async findings(@Param('id') id: string, @Reading() call: QueryCall) {
    const state = await this.#load(id, call);
    const pack = this.runtime.host.packs.getPinned(state.policy);
    const findings = assess(state, pack, await this.submissions.lookUp(state));
    const unjustified = unjustifiedFindings(findings, state.content);
    const { problems } = this.runtime;
    return {
      findings: findings.map((finding) => ({
        ...finding,
        justified: finding.strength === 'needs-justification' && !unjustified.includes(finding),
        message: fillTemplate(problems[finding.code]?.[call.language] ?? finding.code, finding.params ?? {}),
      })),
      bars: hardFindings(findings).length > 0 || unjustified.length > 0,
    };
  }

  /** The manifest M and hash(M): of the content as it stands, or of a submitted version. */
  @Get(':id/manifest')
  @Requires('read', 'Application')
  async manifest(@Param('id') id: string, @Query() { version }: VersionQueryDto, @Reading() call: QueryCall) {
    const { state, revision } = await this.commands.load(this.applications, id, call);
    const shown = this.#manifestFor(existing(state), call.caller.role, version);
    return new Representation(revision, shown);
  }

  /** The signer answers for the truth of exactly the manifest with this hash. */
  @Post(':id/commitment')
  @Requires('submit', 'Application')
  commit(@Param('id') id: string, @Body() { manifestHash }: CommitmentDto, @Command() call: CommandCall) {
    const command = { type: 'CommitTruthfulness', manifestHash, document: null } as const;
    return this.commands.run(this.applications, id, command, call);
  }

  /** Submits to the competent unit, or hands in the revised version; signs too when the hash is given. */
  @Post(':id/submission')
  @Requires('submit', 'Application')
  submit(
    @Param('id') id: string,
    @Body() { manifestHash, truthful }: SubmitDto,
    @Command() call: CommandCall,
  ) {
    const signs = manifestHash !== undefined && truthful === true;
    return this.submissions.submit(id, signs ? { manifestHash, document: null } : undefined, call);
  }

  /** Prints the content as it stands, or a submitted version, with hash(M) on every page and in a QR code. */
  @Get(':id/submission.docx')
  @Requires('read', 'Application')
  async print(
    @Param('id') id: string,
    @Query() { version }: VersionQueryDto,
    @Reading() call: QueryCall,
  ): Promise<Download> {
    const state = await this.#load(id, call);
    const shown = this.#manifestFor(state, call.caller.role, version);
    const pack = this.runtime.host.packs.getPinned(state.policy);
    const names = await this.secrets.fileNames(id);
    const model = await this.prints.modelOf(shown, state.competentUnit, pack, names);
    return new Download(`${id}-v${shown.version}.docx`, docx, await printSubmission(model));
  }

  /** Whom to ask: names and telephones of the contact persons. */
  @Get(':id/contacts')
  @Requires('read-contacts', 'Application')
  async contacts(@Param('id') id: string, @Reading() call: QueryCall) {
    await this.#load(id, call);
    return { contacts: await this.secrets.contacts(id) };
  }

  async #load(id: string, call: QueryCall): Promise<ApplicationCase> {
    const { state } = await this.commands.load(this.applications, id, call);
    return existing(state);
  }

  #manifestFor(state: ApplicationCase, role: string, version: number | undefined) {
    if (version === undefined && atWork.includes(role)) {
      const last = state.versions.at(-1);
      const manifestHash = this.applications.manifestHash(state);
      // What was not changed since is that version still; only a change makes the next one.
      const number = last?.manifestHash === manifestHash ? last.version : (last?.version ?? 0) + 1;
      return { version: number, manifestHash, manifest: manifestOf(state) };
    }
    const { version: number, manifestHash, manifest } = visibleVersion(state, version);
    return { version: number, manifestHash, manifest };
  }
}
