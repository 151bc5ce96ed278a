import { Type } from 'typebox';
import { Id, NameText } from '../common.ts';
import { auditorOnly, defineEvent, type EventOf } from '../define-event.ts';

/** In the name's own stream: at most one center holds a name. */
export const CenterNameReserved = defineEvent({
  service: 'registry',
  type: 'CenterNameReserved',
  version: 1,
  article: 'Art. 23',
  title: { zh: '占用名称', en: 'Name reserved for a center' },
  reach: 'journal',
  data: Type.Object({ name: NameText, caseId: Id }),
  fields: { name: auditorOnly, caseId: auditorOnly },
});
export type CenterNameReserved = EventOf<typeof CenterNameReserved>;
