import { decryptPersonal, type JsonObject, streamName } from '@iic/event-sourcing';
import type { ServiceRuntime } from '@iic/service-kit';

/** The director as the latest request for acceptance names him or her. */
export interface Director {
  readonly subject: string;
  /** Name and contacts; null once the person's key was shredded. */
  readonly person: JsonObject | null;
}

/** Opens the encrypted part of the latest request. Who may see it is the caller's affair. */
export async function findDirector(
  { store, keys }: Pick<ServiceRuntime, 'store' | 'keys'>,
  category: string,
  caseId: string,
): Promise<Director | undefined> {
  const events = await store.readStream(streamName(category, caseId), { backwards: true });
  const encrypted = events.find(({ envelope }) => envelope.encrypted !== null)?.envelope.encrypted ?? null;
  if (encrypted === null) return undefined;
  return { subject: encrypted.subject, person: (await decryptPersonal(encrypted, keys)) ?? null };
}
