import type { Instant } from '@iic/event-sourcing';
import type { ConsumerState } from './consumer-state.ts';
import type { ContractIndex } from './contract-index.ts';
import type { BrokenDelivery, Delivery } from './message.ts';
import type { HandlerResult } from './outcome.ts';
import type { Flush } from './pending-effects.ts';
import type { RetryPolicy } from './retry-policy.ts';
import type { Delay } from './wait.ts';

/** Handles one delivery. A rejection is a failure. */
export type DeliveryHandler = (delivery: Delivery) => Promise<HandlerResult>;

/** What became of a delivery. `repeated`: it is kept or was discarded already. */
export type Outcome = 'done' | 'skipped' | 'waiting' | 'parked' | 'behind' | 'repeated';

/** Something an operator should know of. */
export type ProcessorReport =
  | { readonly kind: 'parked'; readonly delivery: Delivery; readonly reason: string }
  | { readonly kind: 'overdue'; readonly oldest: Instant }
  | { readonly kind: 'full'; readonly held: number };

/** How much a group may keep before its sources pause. Checked before each batch. */
export interface HoldBounds {
  /** Parked messages, each of which holds up one key. */
  readonly parked: number;
  /** Kept messages in all. */
  readonly held: number;
}

/** A hundred failing cases mean that something else than the messages is wrong. */
export const defaultBounds: HoldBounds = { parked: 100, held: 10_000 };

/** Milliseconds after which a waiting message is an alarm: one hour. */
export const defaultWaitLimit = 3_600_000;

export interface ProcessorOptions {
  /** Consumer group; everything durable is kept under this name. */
  readonly group: string;
  readonly state: ConsumerState;
  /** The handler of a pattern; undefined means the message is not for this group. */
  readonly findHandler: (pattern: string) => DeliveryHandler | undefined;
  readonly contracts: ContractIndex;
  /** Reads a broken record again, maybe with a newer release; gives it back when it still is broken. */
  readonly reread?: (delivery: BrokenDelivery) => Delivery;
  readonly retry?: RetryPolicy;
  readonly bounds?: HoldBounds;
  /** Milliseconds. */
  readonly waitLimit?: number;
  /** Makes effects durable before they are acknowledged; see `SqliteInbox`. */
  readonly beforeAcknowledge?: Flush;
  /** Recognises failures that are nobody's message; default `isUnavailable`. */
  readonly isUnavailable?: (error: unknown) => boolean;
  readonly report?: (report: ProcessorReport) => void;
  readonly delay?: Delay;
  readonly now?: () => Instant;
}

/** What a group did since it started; for metrics. */
export interface ProcessorCounters {
  handled: number;
  skipped: number;
  waited: number;
  retried: number;
  parked: number;
  behind: number;
  replayed: number;
  discarded: number;
}
