import { Type } from 'typebox';
import { defineEvent, type EventOf } from '../define-event.ts';
import { ConditionClaim, drafting } from './parts.ts';

/** What the lead unit states for one basic condition, with its evidence. */
export const ConditionClaimed = defineEvent({
  service: 'intake',
  type: 'ConditionClaimed',
  version: 1,
  article: 'Art. 14',
  title: { zh: '说明基本条件', en: 'Basic condition claimed' },
  reach: 'journal',
  data: Type.Object({
    claim: ConditionClaim,
  }),
  fields: {
    claim: drafting,
  },
});
export type ConditionClaimed = EventOf<typeof ConditionClaimed>;
