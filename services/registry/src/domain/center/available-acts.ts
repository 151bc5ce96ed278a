import type { CenterAct } from './commands.ts';
import type { CenterState, CenterStatus, PlaqueStatus } from './state.ts';

export type ActType = CenterAct['type'];

/** What may be done in each status, by where the plaque is. */
export const availableActs = {
  'not-designated': { unnumbered: [], numbered: [], awarded: [] },
  designated: {
    unnumbered: ['CorrectCenter'],
    numbered: ['AwardPlaque', 'CorrectCenter'],
    awarded: ['CorrectCenter'],
  },
} as const satisfies Record<CenterStatus, Record<PlaqueStatus, readonly ActType[]>>;

/** Who does each act. */
export const actors = {
  AwardPlaque: 'pdrc-handler',
  CorrectCenter: 'pdrc-handler',
} as const satisfies Record<ActType, string>;

/** What may be done with a center now. */
export function actsNow(state: CenterState): readonly ActType[] {
  return state.status === 'not-designated' ? [] : availableActs[state.status][state.center.plaque.status];
}
