import { Type } from 'typebox';
import { AreaCode, Code, DateText, Id, NameText, ShortText, Uscc } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { afterFiling, shared, Word } from './parts.ts';

/** Entries of an organisation changed from a day on; entries that are absent stay as they were. */
export const OrganisationCorrected = defineEvent({
  service: 'intake',
  type: 'OrganisationCorrected',
  version: 1,
  article: 'platform',
  title: { zh: '单位信息更正', en: 'Organisation corrected' },
  reach: 'integration',
  data: Type.Object({
    organisation: Id,
    changes: Type.Object({
      name: Type.Optional(NameText),
      uscc: Type.Optional(Uscc),
      kind: Type.Optional(Code),
      area: Type.Optional(AreaCode),
      parent: Type.Optional(Type.Union([Id, Type.Null()])),
      parentKnown: Type.Optional(Type.Boolean()),
    }),
    reason: ShortText,
    word: Word,
    effectiveFrom: DateText,
  }),
  fields: {
    organisation: shared,
    changes: shared,
    reason: afterFiling,
    word: shared,
    effectiveFrom: shared,
  },
});
export type OrganisationCorrected = EventOf<typeof OrganisationCorrected>;
