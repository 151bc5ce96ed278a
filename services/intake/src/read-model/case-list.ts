import { defineCollection, defineProjection, type ProjectedEvent, searchKeys } from '@iic/read-models';
import { applicationCategory } from '../domain/application/decision-proposal.ts';
import type { ApplicationEvent } from '../domain/application/events.ts';
import { caseAfter } from './case-after.ts';
import type { CaseEntry } from './case-entry.ts';

const prefix = `${applicationCategory}-`;

const caseDocuments = defineCollection<CaseEntry>()({
  name: 'cases',
  version: 1,
  fields: {
    status: (doc) => doc.status,
    leadUnit: (doc) => doc.leadUnit,
    competentUnit: (doc) => doc.competentUnit,
    units: { many: (doc) => [doc.leadUnit, doc.competentUnit] },
    members: { many: (doc) => doc.members },
    province: (doc) => doc.province,
    submitted: (doc) => String(doc.submitted),
    filed: (doc) => String(doc.filed),
    field: (doc) => doc.field,
    uscc: (doc) => doc.leadUnitUscc,
    name: (doc) => doc.nameZh?.normalize('NFKC'),
    search: {
      many: (doc) => [doc.nameZh, doc.nameEn, doc.leadUnitName].flatMap((text) => searchKeys(text ?? '')),
    },
    waitingFor: (doc) => doc.waitingFor,
    unconfirmed: { many: (doc) => doc.unconfirmed },
    since: (doc) => doc.since,
    dueAt: (doc) => doc.dueAt,
  },
  sorts: {
    recent: { by: ['-since'], within: ['leadUnit', 'competentUnit', 'province'] },
    due: { by: ['dueAt', '-since'], within: ['competentUnit', 'province'] },
  },
});

/** Every case as lists show and find it. */
export const caseList = defineProjection(caseDocuments, {
  idsOf: ({ envelope }) => (envelope.stream.startsWith(prefix) ? [envelope.stream.slice(prefix.length)] : []),
  apply: (doc, event) => caseAfter(doc, applicationEvent(event), event.envelope.recordedAt),
});

function applicationEvent({ envelope }: ProjectedEvent): ApplicationEvent {
  // The stream's own decider wrote it, in the version this release knows.
  return { type: envelope.type, data: envelope.data } as unknown as ApplicationEvent;
}
