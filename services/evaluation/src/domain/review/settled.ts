import type { Assembled, Deliberated, Inviting } from './state.ts';

/** A panel whose review is going on. */
export type Standing = Inviting | Assembled | Deliberated;

/** A panel without an opinion is assembled when every seat is held by somebody who accepted. */
export function settled(state: Standing): Standing {
  if (state.status === 'deliberated') return state;
  const complete =
    state.panel.length === state.pool.composition.seats && state.panel.every(({ accepted }) => accepted);
  return { ...state, status: complete ? 'assembled' : 'inviting' };
}
