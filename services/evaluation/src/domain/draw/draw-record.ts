import type { evaluationParts } from '@iic/contracts';
import type { ReviewEvent } from '../review/events.ts';
import type { Composition } from '../rules.ts';

/** A seed of the draw: committed first, opened once the pool was frozen. */
export interface SeedRecord {
  /** Subject id of the holder. */
  readonly holder: string;
  readonly commitment: string;
  readonly seed: string | null;
}

/** Somebody who got a seat, left it, or was barred; named by the commitment alone. */
export interface SeatRecord {
  readonly commitment: string;
  /** `seated`, `refused`, `excused`, `conflict`. */
  readonly what: 'seated' | 'refused' | 'excused' | 'conflict';
}

/** One attempt of a draw with everything anyone needs to recompute it; no identities. */
export interface DrawAttempt {
  readonly attempt: number;
  /** Name of the algorithm, once the pool is frozen. */
  readonly algorithm: string | null;
  readonly seeds: readonly SeedRecord[];
  readonly pool: readonly evaluationParts.PoolEntry[] | null;
  /** As it is now: a reduced panel has fewer seats. */
  readonly composition: Composition | null;
  readonly order: readonly string[] | null;
  /** Who came and went, in the order it happened. */
  readonly seats: readonly SeatRecord[];
  /** Why the attempt was given up; null while it was not. */
  readonly cancelled: string | null;
}

/** The public record of all attempts of a review's draw, cancelled ones included; empty without a draw. */
export function drawRecord(history: readonly ReviewEvent[]): readonly DrawAttempt[] {
  return history.reduce(followed, []);
}

function followed(attempts: readonly DrawAttempt[], event: ReviewEvent): readonly DrawAttempt[] {
  if (event.type === 'DrawSeedCommitted') {
    const { attempt, holder, commitment } = event.data;
    const current = attempts.at(-1)?.attempt === attempt ? attempts : [...attempts, begun(attempt)];
    return changed(current, (one) => ({ seeds: [...one.seeds, { holder, commitment, seed: null }] }));
  }
  const seat = seatOf(event);
  if (seat.length > 0) return changed(attempts, (one) => ({ seats: [...one.seats, ...seat] }));
  return changed(attempts, (one) => changeBy(event, one));
}

function begun(attempt: number): DrawAttempt {
  return {
    attempt,
    algorithm: null,
    seeds: [],
    pool: null,
    composition: null,
    order: null,
    seats: [],
    cancelled: null,
  };
}

function changed(
  attempts: readonly DrawAttempt[],
  change: (current: DrawAttempt) => Partial<DrawAttempt>,
): readonly DrawAttempt[] {
  const current = attempts.at(-1);
  return current === undefined ? attempts : [...attempts.slice(0, -1), { ...current, ...change(current) }];
}

function changeBy(event: ReviewEvent, current: DrawAttempt): Partial<DrawAttempt> {
  switch (event.type) {
    case 'DrawPoolFrozen': {
      const { algorithm, entries, seats, minimums } = event.data;
      return { algorithm, pool: entries, composition: { seats, minimums } };
    }
    case 'DrawSeedOpened': {
      const { holder, seed } = event.data;
      return { seeds: current.seeds.map((one) => (one.holder === holder ? { ...one, seed } : one)) };
    }
    case 'DrawOrdered':
      return { order: event.data.order };
    case 'PanelReduced': {
      const { seats, minimums } = event.data;
      return { composition: { seats, minimums } };
    }
    case 'DrawCancelled':
      return { cancelled: event.data.reason };
    default:
      return {};
  }
}

function seatOf(event: ReviewEvent): readonly SeatRecord[] {
  switch (event.type) {
    case 'PanelComposed':
      return event.data.drawn.map((commitment) => ({ commitment, what: 'seated' }));
    case 'PanelMemberReplaced':
      return [{ commitment: event.data.drawn, what: 'seated' }];
    case 'InvitationRefused':
      return [{ commitment: event.data.commitment, what: 'refused' }];
    case 'PanelMemberExcused':
      return [{ commitment: event.data.commitment, what: 'excused' }];
    case 'ConflictDeclared':
    case 'ConflictFound':
      return [{ commitment: event.data.commitment, what: 'conflict' }];
    default:
      return [];
  }
}
