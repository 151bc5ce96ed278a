import { Type } from 'typebox';
import { Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

export const AdjustmentDeclined = defineEvent({
  service: 'construction',
  type: 'AdjustmentDeclined',
  version: 1,
  article: 'Art. 16',
  title: { zh: '不同意组建计划调整', en: 'Adjustment declined' },
  reach: 'integration',
  data: Type.Object({ number: Type.Integer({ minimum: 1 }), decisionId: Id }),
  fields: { number: onTheCase, decisionId: onTheCase },
});
export type AdjustmentDeclined = EventOf<typeof AdjustmentDeclined>;
