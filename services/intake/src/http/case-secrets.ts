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

  /** Names of files; one content may come under two kinds, each with a name of its own. */
  async fileNames(caseId: string): Promise<FileNames> {
    const named = await this.#latest(caseId, 'AttachmentAdded', ({ envelope }) =>
      attachmentKey(envelope.data),
    );
    return new FileNames(
      new Map(
        Object.entries(named).flatMap(([key, { fileName }]) =>
          typeof fileName === 'string' ? [[key, fileName]] : [],
        ),
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

/** Names of a case's files, as far as they are known. */
export class FileNames {
  readonly #names: ReadonlyMap<string, string>;

  constructor(names: ReadonlyMap<string, string>) {
    this.#names = names;
  }

  find({ kind, hash }: { readonly kind: string; readonly hash: string }): string | undefined {
    return this.#names.get(`${kind}/${hash}`);
  }
}

function attachmentKey(data: JsonObject): string {
  const attachment = data['attachment'];
  const isRecord = typeof attachment === 'object' && attachment !== null && !Array.isArray(attachment);
  return isRecord ? `${Reflect.get(attachment, 'kind')}/${Reflect.get(attachment, 'hash')}` : '';
}
