import { auditEvents } from '@iic/contracts';
import { type ServiceDefinition, securitySource } from '@iic/service-kit';
import { auditAccess } from './access-rules.ts';
import { AuditModule } from './audit.module.ts';
import { JournalArchive } from './read-model/journal-archive.ts';

const followed = ['intake', 'evaluation', 'construction', 'registry', 'audit'];

/** The audit service: archives every journal and shows the timeline of a case. */
export const audit: ServiceDefinition = {
  name: 'audit',
  contracts: auditEvents,
  access: auditAccess,
  problems: {},
  projections: [],
  consumes: {
    channel: 'journal',
    sources: [...followed, ...followed.map(securitySource)],
    contracts: [],
    beforeAcknowledge: (application) => application.get(JournalArchive).flush(),
  },
  module: AuditModule,
  rootRoutes: ['timeline'],
};
