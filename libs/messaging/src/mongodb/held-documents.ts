import type { Model } from 'mongoose';
import type { HeldMessage } from '../consumer-state.ts';
import { decodeDelivery } from '../delivery-codec.ts';
import { isBlocked } from '../held-order.ts';
import type { Delivery } from '../message.ts';
import type { StoredHeld } from './consumer-models.ts';

/** What the order of a group is decided by. */
export type Place = Pick<StoredHeld, 'ordinal' | 'status' | 'feed' | 'seq' | 'key' | 'stream' | 'since'>;

export const placeFields = { ordinal: 1, status: 1, feed: 1, seq: 1, key: 1, stream: 1, since: 1 } as const;

/** Whether this very delivery is there; false where another event had its number before a recovery. */
export async function keeps<Stored extends { readonly delivery: string }>(
  model: Model<Stored>,
  _id: string,
  { id }: Delivery,
): Promise<boolean | undefined> {
  const found = await model.findById(_id, { delivery: 1 }).lean<Pick<Stored, 'delivery'> | null>();
  return found === null ? undefined : decodeDelivery(found.delivery).id === id;
}

/** Whether nothing kept before it blocks a message any more. */
export function isRunnable(place: Place, held: readonly Place[]): boolean {
  return place.status === 'behind' && !isBlocked(place, place.ordinal, held);
}

/** Identifier of a document. */
export function idOf(...parts: readonly (string | number)[]): string {
  return parts.join('|');
}

/** The message that a document keeps. */
export function toHeld({
  ordinal,
  status,
  subject,
  reason,
  attempts,
  since,
  delivery,
}: StoredHeld): HeldMessage {
  return { ordinal, status, subject, reason, attempts, since, delivery: decodeDelivery(delivery) };
}
