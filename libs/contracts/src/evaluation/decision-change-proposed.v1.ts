import { Type } from 'typebox';
import { Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { ChangeBasis, DecisionChange, withinThePdrc } from './parts.ts';

/** A handler put a correction, amendment, suspension, resumption or annulment before the deciders. */
export const DecisionChangeProposed = defineEvent({
  service: 'evaluation',
  type: 'DecisionChangeProposed',
  version: 1,
  article: 'platform',
  title: { zh: '提请变更决定', en: 'Change of a decision proposed' },
  reach: 'journal',
  data: Type.Object({
    /** Numbered from 1. */
    change: Type.Integer({ minimum: 1 }),
    handler: Id,
    act: DecisionChange,
    basis: ChangeBasis,
    reason: ShortText,
  }),
  fields: {
    change: withinThePdrc,
    handler: withinThePdrc,
    act: withinThePdrc,
    basis: withinThePdrc,
    reason: withinThePdrc,
  },
});
export type DecisionChangeProposed = EventOf<typeof DecisionChangeProposed>;
