import { Type } from 'typebox';
import { Hash, Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { afterFiling, beforeFiling, Manifest, RecordedFinding, shared } from './parts.ts';

/** A numbered version that answers the review; approvals of the version before it no longer count. */
export const ApplicationRevised = defineEvent({
  service: 'intake',
  type: 'ApplicationRevised',
  version: 1,
  article: 'interpretation of Art. 15',
  title: { zh: '提交修改后的方案', en: 'Revised version submitted' },
  reach: 'integration',
  data: Type.Object({
    caseId: Id,
    version: Type.Integer({ minimum: 1 }),
    manifestHash: Hash,
    manifest: Manifest,
    signer: Id,
    findings: Type.Array(RecordedFinding),
  }),
  fields: {
    caseId: shared,
    version: afterFiling,
    manifestHash: afterFiling,
    manifest: afterFiling,
    signer: beforeFiling,
    findings: afterFiling,
  },
});
export type ApplicationRevised = EventOf<typeof ApplicationRevised>;
