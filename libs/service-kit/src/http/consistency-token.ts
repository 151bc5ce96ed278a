/** Names one recorded event, so that a later query can ask to see at least that much. */
export interface ConsistencyPoint {
  readonly service: string;
  readonly seq: number;
  readonly eventId: string;
}

/** The opaque form of a consistency point. */
export function consistencyToken({ service, seq, eventId }: ConsistencyPoint): string {
  return Buffer.from(JSON.stringify([service, seq, eventId])).toString('base64url');
}

/** Reads a token; `undefined` when it is none. */
export function parseConsistencyToken(token: string): ConsistencyPoint | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (!Array.isArray(parts)) return undefined;
    const [service, seq, eventId]: unknown[] = parts;
    if (typeof service !== 'string' || typeof eventId !== 'string') return undefined;
    if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 0) return undefined;
    return { service, seq, eventId };
  } catch {
    return undefined;
  }
}
