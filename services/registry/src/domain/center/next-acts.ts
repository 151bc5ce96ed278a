import { type ActType, actors, actsNow } from './available-acts.ts';
import type { CenterState } from './state.ts';

/** What may be done next, and by whom. Nothing here has a day by which it must be done. */
export interface NextAct {
  readonly act: ActType;
  readonly role: (typeof actors)[ActType];
}

/** Everything that may be done with a center now. */
export function nextActs(state: CenterState): readonly NextAct[] {
  return actsNow(state).map((act) => ({ act, role: actors[act] }));
}

/** Whose act the register waits for; null when it waits for nobody. A correction is never waited for. */
export function waitingRole(state: CenterState): string | null {
  return actsNow(state).includes('AwardPlaque') ? actors.AwardPlaque : null;
}
