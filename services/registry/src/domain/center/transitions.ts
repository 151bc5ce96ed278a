import type { CenterEvent } from './events.ts';
import type { CenterStatus, PlaqueStatus } from './state.ts';

/** Before the designation there is no center; from then on its status is where its plaque is. */
type Standing = Exclude<CenterStatus, 'designated'> | PlaqueStatus;

/** Where each fact leads, by the standing it is recorded in. Facts that are left out change none. */
export const centerTransitions = {
  'not-designated': { CenterDesignated: ['unnumbered'] },
  unnumbered: { PlaqueNumbered: ['numbered'] },
  numbered: { PlaqueAwarded: ['awarded'] },
  awarded: {},
} as const satisfies Record<Standing, Partial<Record<CenterEvent['type'], readonly Standing[]>>>;
