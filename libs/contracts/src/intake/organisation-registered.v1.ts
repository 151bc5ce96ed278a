import { Type } from 'typebox';
import { AreaCode, Code, DateText, Id, NameText, Uscc } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { shared, Word } from './parts.ts';

/** An organisation entered the register, on whose word, from which day on. */
export const OrganisationRegistered = defineEvent({
  service: 'intake',
  type: 'OrganisationRegistered',
  version: 1,
  article: 'platform',
  title: { zh: '单位登记', en: 'Organisation registered' },
  reach: 'integration',
  data: Type.Object({
    organisation: Id,
    name: NameText,
    uscc: Uscc,
    kind: Code,
    area: AreaCode,
    parent: Type.Union([Id, Type.Null()]),
    parentKnown: Type.Boolean(),
    competentUnit: Type.Union([Id, Type.Null()]),
    word: Word,
    effectiveFrom: DateText,
  }),
  fields: {
    organisation: shared,
    name: shared,
    uscc: shared,
    kind: shared,
    area: shared,
    parent: shared,
    parentKnown: shared,
    competentUnit: shared,
    word: shared,
    effectiveFrom: shared,
  },
});
export type OrganisationRegistered = EventOf<typeof OrganisationRegistered>;
