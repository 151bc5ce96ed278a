import { Requires, ServiceRuntime } from '@iic/service-kit';
import { Controller, Get, Query } from '@nestjs/common';
import { JournalPageDto } from './journal.controller.ts';

/** Integrity incidents the follower found. */
@Controller('incidents')
export class IncidentsController {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** A page of the incidents, oldest first. The audit service records nothing else, so its log is the list. */
  @Get()
  @Requires('read', 'Journal')
  async list(@Query() { after, limit }: JournalPageDto) {
    const events = await this.runtime.store.readAll(after, limit);
    return {
      incidents: events.map(({ seq, envelope }) => ({
        ...envelope.data,
        incident: seq,
        recordedAt: envelope.recordedAt,
      })),
      next: events.length < limit ? null : (events.at(-1)?.seq ?? null),
    };
  }
}
