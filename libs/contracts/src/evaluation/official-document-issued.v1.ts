import { Type } from 'typebox';
import { Code, DateText, Hash, Id, NameText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

/** A document of the agency carries decisions under an external number, unique per series and year, with gaps. */
export const OfficialDocumentIssued = defineEvent({
  service: 'evaluation',
  type: 'OfficialDocumentIssued',
  version: 1,
  article: 'Art. 15, 17',
  title: { zh: '印发公文', en: 'Official document issued' },
  reach: 'integration',
  data: Type.Object({
    documentId: Id,
    /** `reply` 批复, `notice` 通知, `announcement` 公告 or `public-notice` 公示. */
    form: Code,
    /** The series (机关代字). */
    agencyCode: NameText,
    year: Type.Integer(),
    serial: Type.Integer({ minimum: 1 }),
    /** As printed: agency code〔year〕serial号. */
    number: NameText,
    title: NameText,
    issuedOn: DateText,
    addressee: Type.Union([Id, Type.Null()]),
    decisions: Type.Array(Id),
    contentHash: Type.Union([Hash, Type.Null()]),
  }),
  fields: {
    documentId: onTheCase,
    form: onTheCase,
    agencyCode: onTheCase,
    year: onTheCase,
    serial: onTheCase,
    number: onTheCase,
    title: onTheCase,
    issuedOn: onTheCase,
    addressee: onTheCase,
    decisions: onTheCase,
    contentHash: onTheCase,
  },
});
export type OfficialDocumentIssued = EventOf<typeof OfficialDocumentIssued>;
