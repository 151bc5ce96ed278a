import type { SQLOutputValue } from 'node:sqlite';
import type { DiscardedMessage, HeldMessage, HoldStatus } from './consumer-state.ts';
import { decodeDelivery } from './delivery-codec.ts';
import type { Delivery } from './message.ts';

/** A row as node:sqlite gives it. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** An integer column. Throws when it is none: the file is not ours. */
export function integerOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`Column ${column} of the consumer state is not an integer.`);
  return value;
}

/** A text column that may be null. */
export function optionalTextOf(row: Row, column: string): string | null {
  const value = row[column];
  return typeof value === 'string' ? value : null;
}

/** A text column. Throws when it is none: the file is not ours. */
export function textOf(row: Row, column: string): string {
  const value = optionalTextOf(row, column);
  if (value === null) throw new Error(`Column ${column} of the consumer state is not text.`);
  return value;
}

function statusOf(row: Row): HoldStatus {
  const status = textOf(row, 'status');
  if (status === 'waiting' || status === 'parked' || status === 'behind') return status;
  throw new Error(`The consumer state holds an unknown status ${status}.`);
}

/** Whether a row keeps this very delivery, and not another event that had its number before a recovery. */
export function isOf(row: Row, { id }: Delivery): boolean {
  return decodeDelivery(textOf(row, 'delivery')).id === id;
}

/** Reads a row of table `held`. */
export function toHeld(row: Row): HeldMessage {
  return {
    ordinal: integerOf(row, 'ordinal'),
    status: statusOf(row),
    subject: optionalTextOf(row, 'subject'),
    reason: optionalTextOf(row, 'reason'),
    attempts: integerOf(row, 'attempts'),
    since: textOf(row, 'since'),
    delivery: decodeDelivery(textOf(row, 'delivery')),
  };
}

/** Reads a row of table `discarded`. */
export function toDiscarded(row: Row): DiscardedMessage {
  return {
    ordinal: integerOf(row, 'ordinal'),
    failure: optionalTextOf(row, 'failure'),
    reason: textOf(row, 'reason'),
    by: textOf(row, 'by'),
    at: textOf(row, 'at'),
    delivery: decodeDelivery(textOf(row, 'delivery')),
  };
}
