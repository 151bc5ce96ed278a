import { Type } from 'typebox';
import { defineEvent, type EventOf } from '../define-event.ts';
import { drafting, InvestmentLine } from './parts.ts';

/** The whole investment by source. */
export const InvestmentPlanned = defineEvent({
  service: 'intake',
  type: 'InvestmentPlanned',
  version: 1,
  article: 'Art. 8',
  title: { zh: '编制投资计划', en: 'Investment planned' },
  reach: 'journal',
  data: Type.Object({
    investment: Type.Array(InvestmentLine),
  }),
  fields: {
    investment: drafting,
  },
});
export type InvestmentPlanned = EventOf<typeof InvestmentPlanned>;
