import { Type } from 'typebox';
import { Hash, Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { drafting } from './parts.ts';

/** The signer answers for exactly the manifest with this hash; `document` is a signed commitment on file. */
export const TruthfulnessCommitted = defineEvent({
  service: 'intake',
  type: 'TruthfulnessCommitted',
  version: 1,
  article: 'annex 2, attachment 5',
  title: { zh: '签署真实性承诺', en: 'Truthfulness committed' },
  reach: 'journal',
  data: Type.Object({
    manifestHash: Hash,
    signer: Id,
    document: Type.Union([Hash, Type.Null()]),
  }),
  fields: {
    manifestHash: drafting,
    signer: drafting,
    document: drafting,
  },
});
export type TruthfulnessCommitted = EventOf<typeof TruthfulnessCommitted>;
