import { Type } from 'typebox';
import { Id, InstantText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

/**
 * A repeated acceptance was decided as failed without another period: the ordered rectification period goes
 * on if it still runs; if it is over, revocation is possible.
 */
export const AcceptanceNotPassed = defineEvent({
  service: 'construction',
  type: 'AcceptanceNotPassed',
  version: 1,
  article: 'Art. 17',
  title: { zh: '再次验收不合格', en: 'Repeated acceptance not passed' },
  reach: 'integration',
  data: Type.Object({ round: Type.Integer({ minimum: 2 }), decisionId: Id, dueAt: InstantText }),
  fields: { round: onTheCase, decisionId: onTheCase, dueAt: onTheCase },
});
export type AcceptanceNotPassed = EventOf<typeof AcceptanceNotPassed>;
