import { recordedEvent } from '@iic/event-sourcing';
import { defineCollection, defineProjection, searchKeys } from '@iic/read-models';
import { applicationCategory } from '../domain/application/decision-proposal.ts';
import type { ApplicationEvent } from '../domain/application/events.ts';
import { caseAfter } from './case-after.ts';
import type { CaseEntry, ShownContent } from './case-entry.ts';

const prefix = `${applicationCategory}-`;

const caseDocuments = defineCollection<CaseEntry>()({
  name: 'cases',
  version: 3,
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
    search: { many: keysOf },
    submittedField: (doc) => doc.asSubmitted?.field,
    submittedUscc: (doc) => doc.asSubmitted?.leadUnitUscc,
    submittedName: (doc) => doc.asSubmitted?.nameZh?.normalize('NFKC'),
    submittedSearch: { many: (doc) => (doc.asSubmitted === null ? [] : keysOf(doc.asSubmitted)) },
    reviewers: { many: (doc) => doc.reviewers },
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

function keysOf({ nameZh, nameEn, leadUnitName }: ShownContent): readonly string[] {
  return [nameZh, nameEn, leadUnitName].flatMap((text) => searchKeys(text ?? ''));
}

/** Every case as lists show and find it. */
export const caseList = defineProjection(caseDocuments, {
  idsOf: ({ envelope }) => (envelope.stream.startsWith(prefix) ? [envelope.stream.slice(prefix.length)] : []),
  apply: (doc, { envelope }) =>
    caseAfter(doc, recordedEvent<ApplicationEvent>(envelope), envelope.recordedAt),
});
