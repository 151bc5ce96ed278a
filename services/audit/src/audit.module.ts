import { join } from 'node:path';
import {
  auditEvents,
  constructionEvents,
  evaluationEvents,
  intakeEvents,
  registryEvents,
} from '@iic/contracts';
import { ServiceRuntime } from '@iic/service-kit';
import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { IncidentsController } from './http/incidents.controller.ts';
import { JournalController } from './http/journal.controller.ts';
import { TimelineController } from './http/timeline.controller.ts';
import { JournalFollower } from './messaging/journal-follower.ts';
import { JournalArchive } from './read-model/journal-archive.ts';
import { Timelines } from './read-model/timelines.ts';

const contracts = [
  ...auditEvents,
  ...constructionEvents,
  ...evaluationEvents,
  ...intakeEvents,
  ...registryEvents,
];

/** Wiring of the audit service. */
@Module({
  controllers: [TimelineController, JournalController, IncidentsController, JournalFollower],
  providers: [
    {
      provide: JournalArchive,
      useFactory: openArchive,
      inject: [ServiceRuntime],
    },
    {
      provide: Timelines,
      useFactory: (archive: JournalArchive) => new Timelines(archive, contracts),
      inject: [JournalArchive],
    },
  ],
})
export class AuditModule implements OnApplicationShutdown {
  constructor(private readonly archive: JournalArchive) {}

  onApplicationShutdown(): void {
    this.archive.close();
  }
}

/** The archive in the service's folder. */
export function openArchive({ folder }: ServiceRuntime): JournalArchive {
  return JournalArchive.open(join(folder, 'journals.sqlite'));
}
