import { createHash } from 'node:crypto';
import { NotVisible } from '@iic/access';
import { DocumentProblem, defaultPackageLimits, importFormationPlan } from '@iic/documents';
import { countWords, hasLoneSurrogate } from '@iic/reference-data';
import {
  Command,
  type CommandCall,
  CommandExecutor,
  Problem,
  type QueryCall,
  Reading,
  Requires,
  ServiceRuntime,
  withContent,
} from '@iic/service-kit';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Applications } from '../aggregates.ts';
import { CaseFiles } from '../case-files.ts';
import type { ChapterText } from '../domain/application/commands.ts';
import { exceededCap } from '../domain/application/rules.ts';
import type { ApplicationCase } from '../domain/application/state.ts';
import { existing, visibleContent, visibleVersion } from './case-view.ts';
import { ChapterDto, VersionQueryDto } from './dto/application.dto.ts';
import { binaryBody, bytesWithin, type UploadRequest, uploadOf } from './uploads.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The eight-chapter plan of annex 2. */
@Controller('applications')
export class PlanController {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly commands: CommandExecutor,
    private readonly applications: Applications,
    private readonly files: CaseFiles,
  ) {}

  /** Writes one chapter. The text is stored encrypted; the event names it by its hash. */
  @Put(':id/chapters/:key')
  @Requires('edit', 'Application')
  async write(
    @Param('id') id: string,
    @Param('key') key: string,
    @Body() { text }: ChapterDto,
    @Command() call: CommandCall,
  ) {
    const state = await this.#load(id, call);
    const chapters = [await this.#store(state, key, text)];
    return this.commands.run(this.applications, id, { type: 'WriteChapters', chapters, source: null }, call);
  }

  /** The text of a chapter, of the version asked for or of what the caller may see. */
  @Get(':id/chapters/:key')
  @Requires('read', 'Application')
  async read(
    @Param('id') id: string,
    @Param('key') key: string,
    @Query() { version }: VersionQueryDto,
    @Reading() call: QueryCall,
  ) {
    const state = await this.#load(id, call);
    const { chapters } =
      version === undefined
        ? visibleContent(state, call.caller.role)
        : visibleVersion(state, version).manifest;
    const chapter = chapters.find((candidate) => candidate.key === key);
    if (chapter === undefined) throw new NotVisible('Chapter');
    return { ...chapter, text: await this.files.readText(id, chapter.hash) };
  }

  /**
   * Imports a DOCX in the outline of annex 2: recognises its chapters, counts them, stores those that are there,
   * and says what is missing or should be looked at.
   */
  @Post(':id/plan')
  @HttpCode(200)
  @ApiConsumes(docx)
  @ApiBody(binaryBody)
  @Requires('edit', 'Application')
  async import(@Param('id') id: string, @Req() request: UploadRequest, @Command() call: CommandCall) {
    const state = await this.#load(id, call);
    const cap = defaultPackageLimits.fileBytes;
    const bytes = await bytesWithin(uploadOf(request).content, cap);
    if (bytes === undefined) {
      throw new DocumentProblem('docx-too-large', { limitMegabytes: Math.floor(cap / 1_048_576) });
    }
    const source = createHash('sha256').update(bytes).digest('hex');
    const { outline } = this.runtime.host.packs.getPinned(state.policy);
    const plan = await importFormationPlan(bytes, outline);
    const written = plan.chapters.filter(({ key, text }) => isText(outline, key) && text.trim() !== '');
    const chapters: ChapterText[] = [];
    for (const { key, text } of written) chapters.push(await this.#store(state, key, text));
    const command = { type: 'WriteChapters', chapters, source } as const;
    const reply = await this.commands.run(this.applications, id, command, withContent(call, source));
    return {
      id,
      revision: reply.revision,
      events: reply.events,
      token: reply.token,
      source,
      chapters: chapters.map(({ key, hash, length }) => ({ key, hash, length })),
      missing: plan.missing,
      notices: plan.notices,
      review: plan.review,
    };
  }

  async #load(id: string, call: QueryCall): Promise<ApplicationCase> {
    const { state } = await this.commands.load(this.applications, id, call);
    return existing(state);
  }

  /** Stores a text that is not too long; a longer one is refused before anything is written. */
  async #store({ caseId, policy }: ApplicationCase, key: string, text: string): Promise<ChapterText> {
    if (hasLoneSurrogate(text)) throw new Problem('not-canonical');
    const measured = { key, length: countWords(text).words, characters: [...text].length };
    const cap = exceededCap(this.runtime.host.packs.getPinned(policy), measured);
    if (cap !== undefined) {
      const { characters } = measured;
      throw new Problem('chapter-too-long', { params: { chapter: key, characters, cap } });
    }
    return { ...measured, hash: await this.files.putText(caseId, text) };
  }
}

function isText(
  { chapters }: { readonly chapters: readonly { readonly key: string; readonly content: string }[] },
  key: string,
): boolean {
  return chapters.some((chapter) => chapter.key === key && chapter.content === 'text');
}
