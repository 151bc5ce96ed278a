import { Type } from 'typebox';
import { Hash, NameText, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { afterFiling } from './parts.ts';

/** The letter the competent unit sends with the application. */
export const TransmittalIssued = defineEvent({
  service: 'intake',
  type: 'TransmittalIssued',
  version: 1,
  article: 'platform',
  title: { zh: '主管单位出具报送文件', en: 'Transmittal issued' },
  reach: 'journal',
  data: Type.Object({
    version: Type.Integer({ minimum: 1 }),
    documentNumber: NameText,
    opinion: ShortText,
    document: Type.Union([Hash, Type.Null()]),
  }),
  fields: {
    version: afterFiling,
    documentNumber: afterFiling,
    opinion: afterFiling,
    document: afterFiling,
  },
});
export type TransmittalIssued = EventOf<typeof TransmittalIssued>;
