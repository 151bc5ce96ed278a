import type { Instant } from '@iic/event-sourcing';
import type { Delivery } from './message.ts';

/**
 * Why a message is kept:
 * - `waiting` for a subject that has not been handled yet; it holds up only its own stream;
 * - `parked` after it failed; it holds up its key until an operator replays or discards it;
 * - `behind` another kept message, or woken and about to run.
 */
export type HoldStatus = 'waiting' | 'parked' | 'behind';

/** How a message is to be kept. */
export type Hold =
  | { readonly status: 'waiting'; readonly subject: string }
  | { readonly status: 'parked'; readonly reason: string; readonly attempts: number }
  | { readonly status: 'behind' };

/** A kept message. */
export interface HeldMessage {
  /** Order in which the group's messages were first kept. */
  readonly ordinal: number;
  readonly status: HoldStatus;
  /** What it waits for, while `waiting`. */
  readonly subject: string | null;
  /** Why it failed last, while `parked`. */
  readonly reason: string | null;
  /** How often it failed before it was parked. */
  readonly attempts: number;
  /** When it was first kept. */
  readonly since: Instant;
  readonly delivery: Delivery;
}

/** An operator's word on a message that will never be handled. */
export interface Discard {
  readonly reason: string;
  /** Random subject id of the operator. */
  readonly by: string;
  readonly at: Instant;
}

/** A discarded message, kept with the word on it. */
export interface DiscardedMessage extends Discard {
  readonly ordinal: number;
  readonly failure: string | null;
  readonly delivery: Delivery;
}

/** How many messages are kept, and since when the oldest one waits. */
export interface HeldCounts {
  readonly waiting: number;
  readonly parked: number;
  readonly behind: number;
  readonly oldestWaiting: Instant | null;
}

/** Part of a list: ordinals above `after`, at most `limit`. */
export interface HeldQuery {
  readonly status?: HoldStatus;
  readonly after?: number;
  readonly limit: number;
}

/** Whether an arriving message may run, must be kept behind others, is kept already, or was discarded. */
export type Admission = 'free' | 'blocked' | 'held' | 'discarded';

/**
 * Durable state of consumer groups. One contract suite (`@iic/messaging/testing`) holds for every adapter.
 *
 * An arriving message is blocked while its key has a parked message, or one behind that no wait in its own
 * stream explains, or while its stream has any kept message. A kept message is runnable when it is `behind`
 * and no message kept earlier blocks it so.
 *
 * Each call is atomic, and durable in call order: a checkpoint that survives a crash implies everything that
 * was kept before it. A discard is durable when it resolves.
 */
export interface ConsumerState {
  /** Seq up to which the group is through with a feed; 0 at first. */
  checkpoint(group: string, feed: string): Promise<number>;
  /**
   * With `synced` it resolves when everything that was kept before survives a power cut: for those who then tell
   * somebody who will not send again. The checkpoint itself need not.
   */
  saveCheckpoint(group: string, feed: string, seq: number, durability?: 'ordered' | 'synced'): Promise<void>;
  /**
   * Goes back to an earlier seq of a feed whose later events are lost: forgets the checkpoint beyond it and every
   * message kept or discarded from there on, since other events will have those numbers. Resolves with how many
   * messages were forgotten.
   */
  rewind(group: string, feed: string, seq: number): Promise<number>;
  admission(group: string, delivery: Delivery): Promise<Admission>;
  /** Keeps a message, or changes how it is kept; ordinal and `since` stay those of the first time. */
  hold(group: string, delivery: Delivery, hold: Hold, at: Instant): Promise<number>;
  /** Forgets a kept message, because it is handled. */
  remove(group: string, ordinal: number): Promise<void>;
  /** Puts those waiting for the subject `behind`; resolves with how many. */
  wake(group: string, subject: string): Promise<number>;
  /** Puts those kept as `waiting` since before that instant `behind`; resolves with how many. */
  wakeBefore(group: string, instant: Instant): Promise<number>;
  isRunnable(group: string, ordinal: number): Promise<boolean>;
  /** The runnable message with the lowest ordinal. */
  findRunnable(group: string): Promise<HeldMessage | undefined>;
  find(group: string, ordinal: number): Promise<HeldMessage | undefined>;
  list(group: string, query: HeldQuery): Promise<readonly HeldMessage[]>;
  counts(group: string): Promise<HeldCounts>;
  /** Moves a kept message to the discarded ones; false when it is not kept (any more). */
  discard(group: string, ordinal: number, discard: Discard): Promise<boolean>;
  discarded(group: string, query: Omit<HeldQuery, 'status'>): Promise<readonly DiscardedMessage[]>;
  close(): Promise<void>;
}
