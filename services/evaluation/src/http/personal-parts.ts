import { decryptPersonal, type Instant, type JsonObject, streamName } from '@iic/event-sourcing';
import type { ServiceRuntime } from '@iic/service-kit';

/** A personal part of an event, opened. */
export interface PersonalEntry {
  readonly event: string;
  /** Whose key it was encrypted with. */
  readonly subject: string;
  readonly recordedAt: Instant;
  /** Null once the person's key was shredded. */
  readonly content: JsonObject | null;
}

/** Every personal part of a stream, oldest first. Who may see it is the caller's affair. */
export async function personalParts(
  { store, keys }: Pick<ServiceRuntime, 'store' | 'keys'>,
  category: string,
  id: string,
): Promise<readonly PersonalEntry[]> {
  const events = await store.readStream(streamName(category, id));
  const parts = events.flatMap(({ envelope }) => {
    const { type, recordedAt, encrypted } = envelope;
    return encrypted === null ? [] : [{ type, recordedAt, encrypted }];
  });
  return Promise.all(
    parts.map(async ({ type, recordedAt, encrypted }) => ({
      event: type,
      subject: encrypted.subject,
      recordedAt,
      content: (await decryptPersonal(encrypted, keys)) ?? null,
    })),
  );
}
