import { Type } from 'typebox';
import { Code } from '../common.ts';
import { auditorOnly, defineEvent, type EventOf } from '../define-event.ts';
import {
  ConsortiumMember,
  Exclusion,
  inTheProcedure,
  PoolEntry,
  PoolIdentity,
  SeatRule,
  withinThePdrc,
} from './parts.ts';

/** The pool to draw from: pseudonymous for everyone, with identities for auditors only. */
export const DrawPoolFrozen = defineEvent({
  service: 'evaluation',
  type: 'DrawPoolFrozen',
  version: 1,
  article: 'platform',
  title: { zh: '冻结抽签候选池', en: 'Draw pool frozen' },
  reach: 'journal',
  data: Type.Object({
    attempt: Type.Integer({ minimum: 1 }),
    algorithm: Code,
    entries: Type.Array(PoolEntry),
    /** Size of the panel to be composed. */
    seats: Type.Integer({ minimum: 1 }),
    minimums: Type.Array(SeatRule),
    identities: Type.Array(PoolIdentity),
    /** Candidates kept out, with every conflict found. */
    excluded: Type.Array(Exclusion),
    /** The organisations conflicts were computed against, as known on that day. */
    consortium: Type.Array(ConsortiumMember),
  }),
  fields: {
    attempt: inTheProcedure,
    algorithm: inTheProcedure,
    entries: inTheProcedure,
    seats: inTheProcedure,
    minimums: inTheProcedure,
    identities: auditorOnly,
    excluded: withinThePdrc,
    consortium: withinThePdrc,
  },
});
export type DrawPoolFrozen = EventOf<typeof DrawPoolFrozen>;
