import { auditEvents } from '@iic/contracts';
import { type ServiceDefinition, type ServiceRuntime, securitySource } from '@iic/service-kit';
import { auditAccess } from './access-rules.ts';
import { AuditModule, openArchive } from './audit.module.ts';
import { JournalArchive } from './read-model/journal-archive.ts';

const followed = ['intake', 'evaluation', 'construction', 'registry', 'audit'];

const sources = [...followed, ...followed.map(securitySource)];

/** How far the archive goes. */
function archived(runtime: ServiceRuntime): ReadonlyMap<string, number> {
  const archive = openArchive(runtime);
  try {
    return new Map(sources.map((source) => [source, archive.lastSeq(source)]));
  } finally {
    archive.close();
  }
}

/** The audit service: archives every journal and shows the timeline of a case. */
export const audit: ServiceDefinition = {
  name: 'audit',
  contracts: auditEvents,
  access: auditAccess,
  problems: {},
  projections: [],
  consumes: {
    channel: 'journal',
    sources,
    kept: archived,
    contracts: [],
    beforeAcknowledge: (application) => application.get(JournalArchive).flush(),
  },
  module: AuditModule,
  rootRoutes: ['timeline'],
};
