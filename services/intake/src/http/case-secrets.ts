import { decryptPersonal, type JsonObject, type StoredEvent, streamName } from '@iic/event-sourcing';
import { ServiceRuntime } from '@iic/service-kit';
import { Injectable } from '@nestjs/common';
import { applicationCategory } from '../domain/application/decision-proposal.ts';

/** What the encrypted parts of a case's events hold; what was shredded is left out. */
@Injectable()
export class CaseSecrets {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** Name, telephone and title of each contact person, the one named last. */
  async contacts(caseId: string): Promise<Readonly<Record<string, JsonObject>>> {
    return this.#latest(caseId, 'ContactNamed', ({ envelope }) => String(envelope.data['role']));
  }

  /** File names by hash. */
  async fileNames(caseId: string): Promise<ReadonlyMap<string, string>> {
    const named = await this.#latest(caseId, 'AttachmentAdded', ({ envelope }) => hashOf(envelope.data));
    return new Map(
      Object.entries(named).flatMap(([hash, { fileName }]) =>
        typeof fileName === 'string' ? [[hash, fileName]] : [],
      ),
    );
  }

  async #latest(
    caseId: string,
    type: string,
    keyOf: (event: StoredEvent) => string,
  ): Promise<Readonly<Record<string, JsonObject>>> {
    const { store, keys } = this.runtime;
    const events = await store.readStream(streamName(applicationCategory, caseId));
    const found = new Map<string, JsonObject>();
    for (const event of events.filter(({ envelope }) => envelope.type === type)) {
      const { encrypted } = event.envelope;
      const content = encrypted === null ? undefined : await decryptPersonal(encrypted, keys);
      if (content !== undefined) found.set(keyOf(event), content);
    }
    return Object.fromEntries(found);
  }
}

function hashOf(data: JsonObject): string {
  const attachment = data['attachment'];
  const isRecord = typeof attachment === 'object' && attachment !== null && !Array.isArray(attachment);
  return isRecord ? String(Reflect.get(attachment, 'hash')) : '';
}
