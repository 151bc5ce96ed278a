import { CommandExecutor, type QueryCall, Reading, Requires } from '@iic/service-kit';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Applications } from '../aggregates.ts';
import { compareVersions } from '../domain/application/compare-versions.ts';
import type { ApplicationCase } from '../domain/application/state.ts';
import { existing, versionSummary, visibleVersion } from './case-view.ts';
import { ComparisonQueryDto } from './dto/application.dto.ts';

/** Submitted versions: numbered, readable for good, comparable. */
@Controller('applications')
export class VersionsController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly applications: Applications,
  ) {}

  @Get(':id/versions')
  @Requires('read', 'Application')
  async list(@Param('id') id: string, @Reading() call: QueryCall) {
    const { versions } = await this.#load(id, call);
    return { versions: versions.map((version) => versionSummary(version, call.caller.role)) };
  }

  /** One version with its manifest. */
  @Get(':id/versions/:version')
  @Requires('read', 'Application')
  async show(@Param('id') id: string, @Param('version') number: number, @Reading() call: QueryCall) {
    const version = visibleVersion(await this.#load(id, call), number);
    return { ...versionSummary(version, call.caller.role), manifest: version.manifest };
  }

  /** What differs between two versions, part by part. */
  @Get(':id/comparison')
  @Requires('read', 'Application')
  async compare(@Param('id') id: string, @Query() query: ComparisonQueryDto, @Reading() call: QueryCall) {
    const state = await this.#load(id, call);
    const before = visibleVersion(state, query.from);
    const after = visibleVersion(state, query.to);
    return {
      from: versionSummary(before, call.caller.role),
      to: versionSummary(after, call.caller.role),
      differences: compareVersions(before.manifest, after.manifest),
    };
  }

  async #load(id: string, call: QueryCall): Promise<ApplicationCase> {
    const { state } = await this.commands.load(this.applications, id, call);
    return existing(state);
  }
}
