import { Type } from 'typebox';
import { defineEvent, type EventOf } from '../define-event.ts';
import { drafting, Platform } from './parts.ts';

/** All innovation platforms the center integrates. */
export const PlatformsListed = defineEvent({
  service: 'intake',
  type: 'PlatformsListed',
  version: 1,
  article: 'Art. 7',
  title: { zh: '列明整合平台', en: 'Integrated platforms listed' },
  reach: 'journal',
  data: Type.Object({
    platforms: Type.Array(Platform),
  }),
  fields: {
    platforms: drafting,
  },
});
export type PlatformsListed = EventOf<typeof PlatformsListed>;
