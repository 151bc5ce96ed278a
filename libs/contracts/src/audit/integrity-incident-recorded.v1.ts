import { Type } from 'typebox';
import { Id } from '../common.ts';
import { auditorOnly, defineEvent, type EventOf } from '../define-event.ts';

/** A service's journal is not what it must be: a gap, another leaf than before, or bytes that do not hash to it. */
export const IntegrityIncidentRecorded = defineEvent({
  service: 'audit',
  type: 'IntegrityIncidentRecorded',
  version: 1,
  article: 'platform',
  title: { zh: '发现完整性事故', en: 'Integrity incident recorded' },
  reach: 'journal',
  data: Type.Object({
    source: Id,
    seq: Type.Integer(),
    kind: Type.Union([
      Type.Literal('gap'),
      Type.Literal('other-leaf'),
      Type.Literal('leaf-mismatch'),
      Type.Literal('position-mismatch'),
    ]),
    /** Hex leaf hash the audit expected, where it had one. */
    expected: Type.Union([Type.String(), Type.Null()]),
    /** Hex leaf hash that was delivered. */
    delivered: Type.String(),
  }),
  fields: {
    source: auditorOnly,
    seq: auditorOnly,
    kind: auditorOnly,
    expected: auditorOnly,
    delivered: auditorOnly,
  },
});
export type IntegrityIncidentRecorded = EventOf<typeof IntegrityIncidentRecorded>;
