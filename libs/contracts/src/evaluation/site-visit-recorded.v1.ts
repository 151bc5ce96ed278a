import { Type } from 'typebox';
import { DateText, Hash, Id, NameText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { inTheProcedure, withinThePdrc } from './parts.ts';

/** The panel was on the spot; the report is a document, found by its hash. */
export const SiteVisitRecorded = defineEvent({
  service: 'evaluation',
  type: 'SiteVisitRecorded',
  version: 1,
  article: 'Art. 15',
  title: { zh: '实地考察', en: 'Site visit recorded' },
  reach: 'journal',
  data: Type.Object({
    visitedOn: DateText,
    place: NameText,
    participants: Type.Array(Id),
    reportHash: Hash,
  }),
  fields: {
    visitedOn: inTheProcedure,
    place: inTheProcedure,
    participants: withinThePdrc,
    reportHash: withinThePdrc,
  },
});
export type SiteVisitRecorded = EventOf<typeof SiteVisitRecorded>;
