import { Type } from 'typebox';
import { ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { inTheJournal, onTheCase } from './parts.ts';

/** Taken back by the lead unit before it was put to the PDRC. */
export const AdjustmentWithdrawn = defineEvent({
  service: 'construction',
  type: 'AdjustmentWithdrawn',
  version: 1,
  article: 'platform',
  title: { zh: '撤回组建计划调整', en: 'Adjustment withdrawn' },
  reach: 'integration',
  data: Type.Object({ number: Type.Integer({ minimum: 1 }), reason: ShortText }),
  fields: { number: onTheCase, reason: inTheJournal },
});
export type AdjustmentWithdrawn = EventOf<typeof AdjustmentWithdrawn>;
