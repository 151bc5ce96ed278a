import { Readable } from 'node:stream';
import { NotVisible } from '@iic/access';
import { getAttachmentKind, type PolicyPack } from '@iic/policy';
import {
  Command,
  type CommandCall,
  CommandExecutor,
  Download,
  Problem,
  type QueryCall,
  Reading,
  Requires,
  ServiceRuntime,
  withContent,
} from '@iic/service-kit';
import { Controller, Delete, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Applications } from '../aggregates.ts';
import { CaseFiles } from '../case-files.ts';
import { manifestKinds } from '../domain/application/rules.ts';
import type { ApplicationCase } from '../domain/application/state.ts';
import { CaseSecrets } from './case-secrets.ts';
import { existing, visibleContent } from './case-view.ts';
import { binaryBody, type UploadRequest, uploadOf, uploadTypes } from './uploads.ts';

const scanKind = 'sealed-scan';

/** Files of an application: attachment kinds 1 to 4, and scans of the sealed print. */
@Controller('applications')
export class AttachmentsController {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly commands: CommandExecutor,
    private readonly applications: Applications,
    private readonly files: CaseFiles,
    private readonly secrets: CaseSecrets,
  ) {}

  /** Uploads a file of a kind: the body is the file, its name comes in `Content-Disposition`. */
  @Post(':id/attachments/:kind')
  @ApiConsumes(...uploadTypes)
  @ApiBody(binaryBody)
  @Requires('edit', 'Application')
  async add(
    @Param('id') id: string,
    @Param('kind') kind: string,
    @Req() request: UploadRequest,
    @Command() call: CommandCall,
  ) {
    const state = await this.#load(id, call);
    const pack = this.runtime.host.packs.getPinned(state.policy);
    const kinds = manifestKinds(pack);
    if (!kinds.includes(kind)) {
      throw new Problem('attachment-kind-unknown', { params: { kind, allowed: kinds.join(', ') } });
    }
    const { attachment, fileName } = await this.#take(state, kind, typesOf(pack, kind), request);
    const personal =
      fileName === undefined ? {} : { fileName: { subject: `files:${id}`, content: { fileName } } };
    const command = { type: 'AddAttachment', attachment, ...personal } as const;
    return this.commands.run(this.applications, id, command, withContent(call, attachment.hash));
  }

  /** The files of an application with their names. */
  @Get(':id/attachments')
  @Requires('read', 'Application')
  async list(@Param('id') id: string, @Reading() call: QueryCall) {
    const state = await this.#load(id, call);
    const names = await this.secrets.fileNames(id);
    const { attachments } = visibleContent(state, call.caller.role);
    return { attachments: attachments.map((file) => ({ ...file, fileName: names.find(file) ?? null })) };
  }

  /** Downloads a file of what the caller may see, or of any submitted version. */
  @Get(':id/attachments/:hash')
  @Requires('read', 'Application')
  async download(@Param('id') id: string, @Param('hash') hash: string, @Reading() call: QueryCall) {
    const state = await this.#load(id, call);
    const listed = [
      ...visibleContent(state, call.caller.role).attachments,
      ...state.versions.flatMap(({ manifest }) => manifest.attachments),
    ];
    const file = listed.find((candidate) => candidate.hash === hash);
    const isScan = Object.values(state.scans).some((hashes) => hashes.includes(hash));
    if (file === undefined && !isScan) throw new NotVisible('Attachment');
    const names = await this.secrets.fileNames(id);
    const name =
      names.find(file ?? { kind: scanKind, hash }) ?? `${file?.kind ?? scanKind}-${hash.slice(0, 8)}`;
    const content = Readable.from(await this.files.open(id, hash));
    return new Download(name, file?.mediaType ?? 'application/octet-stream', content);
  }

  /** Takes a file out of the application; submitted versions keep it. */
  @Delete(':id/attachments/:kind/:hash')
  @Requires('edit', 'Application')
  remove(
    @Param('id') id: string,
    @Param('kind') kind: string,
    @Param('hash') hash: string,
    @Command() call: CommandCall,
  ) {
    return this.commands.run(this.applications, id, { type: 'RemoveAttachment', kind, hash }, call);
  }

  /** Uploads a scan of the printed and sealed submission; it is bound to the hash the print shows. */
  @Post(':id/sealed-scans/:manifestHash')
  @ApiConsumes(...uploadTypes)
  @ApiBody(binaryBody)
  @Requires('submit', 'Application')
  async bindScan(
    @Param('id') id: string,
    @Param('manifestHash') manifestHash: string,
    @Req() request: UploadRequest,
    @Command() call: CommandCall,
  ) {
    const state = await this.#load(id, call);
    const known = [this.applications.manifestHash(state), state.versions.at(-1)?.manifestHash];
    if (!known.includes(manifestHash)) {
      throw new Problem('scan-of-other-version', {
        params: { manifestHash, current: this.applications.manifestHash(state) },
      });
    }
    const scans = ['application/pdf', 'image/jpeg', 'image/png'];
    const { attachment: scan } = await this.#take(state, scanKind, scans, request);
    const command = { type: 'BindSealedScan', manifestHash, scan } as const;
    return this.commands.run(this.applications, id, command, withContent(call, scan.hash));
  }

  async #load(id: string, call: QueryCall): Promise<ApplicationCase> {
    const { state } = await this.commands.load(this.applications, id, call);
    return existing(state);
  }

  async #take(
    { caseId, policy }: ApplicationCase,
    kind: string,
    allowedTypes: readonly string[],
    request: UploadRequest,
  ) {
    const { content, declaredType, fileName } = uploadOf(request);
    const { parameters } = this.runtime.host.packs.getPinned(policy);
    const maxBytes = parameters.attachmentSizeCap.value;
    const receipt = await this.files.put(caseId, content, { declaredType, allowedTypes, maxBytes });
    const { sha256: hash, size, contentType: mediaType } = receipt;
    return { attachment: { kind, hash, size, mediaType }, fileName };
  }
}

function typesOf(pack: PolicyPack, kind: string): readonly string[] {
  return getAttachmentKind(pack, kind).mediaTypes;
}
