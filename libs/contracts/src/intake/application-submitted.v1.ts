import { Type } from 'typebox';
import { Hash, Id, InstantText } from '../common.ts';
import { defineEvent, type EventOf, integration, journal } from '../define-event.ts';
import { beforeFiling, Duplicate, Manifest, RecordedFinding } from './parts.ts';

/** A numbered version: the manifest, its hash, who signed for it, and until when the competent unit is to review it. */
export const ApplicationSubmitted = defineEvent({
  service: 'intake',
  type: 'ApplicationSubmitted',
  version: 1,
  article: 'Art. 15',
  title: { zh: '提交主管单位初审', en: 'Submitted for preliminary review' },
  reach: 'integration',
  data: Type.Object({
    caseId: Id,
    version: Type.Integer({ minimum: 1 }),
    manifestHash: Hash,
    manifest: Manifest,
    signer: Id,
    findings: Type.Array(RecordedFinding),
    duplicates: Type.Array(Duplicate),
    competentUnit: Id,
    dueAt: Type.Union([InstantText, Type.Null()]),
  }),
  fields: {
    caseId: integration('lead-unit', 'competent-unit'),
    version: beforeFiling,
    manifestHash: beforeFiling,
    manifest: beforeFiling,
    signer: beforeFiling,
    findings: beforeFiling,
    duplicates: journal('pdrc'),
    competentUnit: beforeFiling,
    dueAt: beforeFiling,
  },
});
export type ApplicationSubmitted = EventOf<typeof ApplicationSubmitted>;
