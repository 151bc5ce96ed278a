import { Type } from 'typebox';
import { Code, Hash, Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { Conditions, Merit, OpinionReference, Reliance, withinThePdrc } from './parts.ts';

/** A handler put an outcome with its reasons before the deciders; earlier approvals no longer count. */
export const DecisionPrepared = defineEvent({
  service: 'evaluation',
  type: 'DecisionPrepared',
  version: 1,
  article: 'Art. 15–17',
  title: { zh: '拟定决定', en: 'Decision prepared' },
  reach: 'journal',
  data: Type.Object({
    /** Numbered from 1. */
    preparation: Type.Integer({ minimum: 1 }),
    /** Subject id. */
    handler: Id,
    subjectHash: Hash,
    outcome: Code,
    reasons: ShortText,
    article: Type.String(),
    opinion: Type.Union([OpinionReference, Type.Null()]),
    relies: Type.Array(Reliance),
    conditions: Conditions,
    merit: Type.Union([Merit, Type.Null()]),
    minimumApprovers: Type.Integer({ minimum: 1 }),
  }),
  fields: {
    preparation: withinThePdrc,
    handler: withinThePdrc,
    subjectHash: withinThePdrc,
    outcome: withinThePdrc,
    reasons: withinThePdrc,
    article: withinThePdrc,
    opinion: withinThePdrc,
    relies: withinThePdrc,
    conditions: withinThePdrc,
    merit: withinThePdrc,
    minimumApprovers: withinThePdrc,
  },
});
export type DecisionPrepared = EventOf<typeof DecisionPrepared>;
