import { Type } from 'typebox';
import { Id, NameText } from '../common.ts';
import { auditorOnly, defineEvent, type EventOf } from '../define-event.ts';

/** The center no longer bears this name. */
export const CenterNameReleased = defineEvent({
  service: 'registry',
  type: 'CenterNameReleased',
  version: 1,
  article: 'Art. 23',
  title: { zh: '释放名称', en: 'Name released' },
  reach: 'journal',
  data: Type.Object({ name: NameText, caseId: Id }),
  fields: { name: auditorOnly, caseId: auditorOnly },
});
export type CenterNameReleased = EventOf<typeof CenterNameReleased>;
