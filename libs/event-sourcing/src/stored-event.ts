import type { StoredEvent } from './event-store.ts';

/** Rebuilds a stored event from what a store keeps of it. */
export function storedEvent(
  seq: number,
  bytes: Uint8Array,
  leaf: Uint8Array,
  position = String(seq),
): StoredEvent {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return { seq, position, bytes, leaf, envelope: JSON.parse(text) };
}
