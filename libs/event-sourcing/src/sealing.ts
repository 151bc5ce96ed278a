import { leafHash } from '@iic/ledger';
import { canonicalJson } from './canonical-json.ts';
import type { EventEnvelope } from './envelope.ts';
import type { SealedEvent } from './event-store.ts';

/** Canonicalises an envelope once and hashes exactly these bytes. Throws `NotCanonical`. */
export function sealEvent(envelope: EventEnvelope): SealedEvent {
  const bytes = Buffer.from(canonicalJson(envelope), 'utf8');
  return { envelope, bytes, leaf: leafHash(bytes) };
}
