import { NotVisible } from '@iic/access';
import { type QueryCall, Reading, Requires, ServiceRuntime } from '@iic/service-kit';
import { Controller, Get, Param } from '@nestjs/common';
import { viewerOf } from '../domain/visibility.ts';
import { JournalArchive } from '../read-model/journal-archive.ts';
import { Timelines } from '../read-model/timelines.ts';

/** What happened in a case, across all services. */
@Controller('timeline')
export class TimelineController {
  constructor(
    private readonly timelines: Timelines,
    private readonly archive: JournalArchive,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Every event of a case the caller may see, in order. */
  @Get(':caseId')
  @Requires('read', 'Timeline')
  show(@Param('caseId') caseId: string, @Reading() call: QueryCall) {
    const { leadUnit, competentUnit, province, submitted, filed } = this.archive.parties(caseId);
    const viewer = viewerOf(call.caller.role);
    this.runtime.access.demand(call.caller, call.action, call.subject, {
      leadUnit,
      competentUnit,
      province,
      submitted: String(submitted),
      filed: String(filed),
    });
    const entries = viewer === undefined ? [] : this.timelines.of(caseId, viewer);
    if (entries.length === 0) throw new NotVisible('Timeline');
    return { caseId, entries };
  }
}
