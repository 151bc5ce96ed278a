/** Names what one command recorded, so that a later query can ask to see at least that much. */
export interface ConsistencyPoint {
  readonly service: string;
  /** Seq of its last event. */
  readonly seq: number;
  /** Seq of the last of its events that the other services get; 0 when they get none. */
  readonly sharedSeq: number;
  /** The case. */
  readonly key: string;
  readonly eventId: string;
}

/** The opaque form of a consistency point. */
export function consistencyToken({ service, seq, eventId, sharedSeq, key }: ConsistencyPoint): string {
  return Buffer.from(JSON.stringify([service, seq, eventId, sharedSeq, key])).toString('base64url');
}

/** Reads a token; `undefined` when it is none. */
export function parseConsistencyToken(token: string): ConsistencyPoint | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (!Array.isArray(parts)) return undefined;
    const [service, seq, eventId, sharedSeq, key]: unknown[] = parts;
    if (typeof service !== 'string' || typeof eventId !== 'string' || typeof key !== 'string')
      return undefined;
    return isSeq(seq) && isSeq(sharedSeq) ? { service, seq, eventId, sharedSeq, key } : undefined;
  } catch {
    return undefined;
  }
}

function isSeq(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
