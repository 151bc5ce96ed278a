import type { ConsumerState } from '../consumer-state.ts';

/** Consumer state of a process that can be killed: from then on it writes and reads nothing more. */
export interface MortalState {
  readonly state: ConsumerState;
  kill(): void;
}

/**
 * Puts a process that may die around a state that outlives it.
 * @param life after how many calls it dies by itself
 */
export function mortalState(lasting: ConsumerState, life = Number.POSITIVE_INFINITY): MortalState {
  let left = life;
  const state = new Proxy(lasting, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...args: readonly unknown[]) => {
        left -= 1;
        if (left < 0) throw new Error('This process is dead.');
        return Reflect.apply(member, target, args);
      };
    },
  });
  return {
    state,
    kill: () => {
      left = 0;
    },
  };
}
