import { Requires, ServiceRuntime } from '@iic/service-kit';
import { Controller, Get } from '@nestjs/common';

/** Integrity incidents the follower found. */
@Controller('incidents')
export class IncidentsController {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** All incidents, oldest first. The audit service records nothing else, so its log is the list. */
  @Get()
  @Requires('read', 'Journal')
  async list() {
    const events = await this.runtime.store.readAll(0, 1_000);
    return {
      incidents: events.map(({ envelope }) => ({ recordedAt: envelope.recordedAt, ...envelope.data })),
    };
  }
}
