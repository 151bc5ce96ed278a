import { leafHash } from '@iic/ledger';
import { type BinaryEventType, binaryEvent, type EventData, type Position } from '@kurrent/kurrentdb-client';
import type { SealedEvent, StoredEvent } from '../event-store.ts';
import { storedEvent } from '../stored-event.ts';
import { KurrentDamaged } from './kurrent-errors.ts';

/** The members of a recorded event that we read, whichever way it came. */
export interface Recorded {
  readonly streamId: string;
  readonly revision: bigint;
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly position?: Position;
}

/** An event as read from the server, its leaf recomputed, not yet numbered. */
export interface ReadEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly bytes: Uint8Array;
  readonly leaf: Uint8Array;
}

/** What KurrentDB keeps of an event: its canonical bytes as data, its id as id, its leaf as metadata. */
export function eventData({ envelope, bytes, leaf }: SealedEvent): EventData<BinaryEventType> {
  return binaryEvent({
    id: envelope.id,
    type: envelope.type,
    data: bytes,
    metadata: { leaf: Buffer.from(leaf).toString('hex') },
  });
}

/** Reads an event back; throws {@link KurrentDamaged} where its bytes no longer give its leaf. */
export function readEvent(recorded: Recorded, prefix: string): ReadEvent {
  const { streamId, revision, data, metadata, position } = recorded;
  const place = `Event ${revision} of ${streamId}`;
  if (!streamId.startsWith(prefix)) throw new KurrentDamaged(`${place} is not of ${prefix}`);
  if (!(data instanceof Uint8Array)) throw new KurrentDamaged(`${place} is not in our form: no binary data.`);
  if (position === undefined) throw new KurrentDamaged(`${place} came without its position.`);
  const leaf = leafHash(data);
  if (leafIn(metadata) !== Buffer.from(leaf).toString('hex')) {
    throw new KurrentDamaged(`${place} was altered: its bytes do not give the leaf beside them.`);
  }
  return { stream: streamId.slice(prefix.length), revision: Number(revision), position, bytes: data, leaf };
}

/** Numbers an event that was read. */
export function numbered(event: ReadEvent, seq: number): StoredEvent {
  return storedEvent(seq, event.bytes, event.leaf, positionText(event.position));
}

/** A position as text, `commit/prepare`. */
export function positionText({ commit, prepare }: Position): string {
  return `${commit}/${prepare}`;
}

function leafIn(metadata: unknown): unknown {
  return typeof metadata === 'object' && metadata !== null && 'leaf' in metadata ? metadata.leaf : undefined;
}
