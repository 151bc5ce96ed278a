import type { DomainEvent } from './decider.ts';
import type { EventEnvelope } from './envelope.ts';
import type { JsonObject } from './json.ts';
import { recordedEvent } from './recorded-event.ts';

/** Lifts data of one version of an event to the next version. Pure. */
export type Upcaster = (data: JsonObject) => JsonObject;

/** The code knows no way to read this version of the event. */
export class UnknownEventVersion extends Error {
  readonly code = 'unknown-event-version';

  constructor(type: string, version: number, known: number | undefined) {
    super(
      known === undefined
        ? `Event type ${type} is not declared.`
        : `Event ${type} version ${version} cannot be read; this release knows version ${known}.`,
    );
  }
}

/**
 * Current schema versions of a service's events, with the upcasters that lead to them.
 * Upcasters work on a parsed copy: stored bytes never change.
 */
export class EventVersions {
  readonly #current = new Map<string, number>();
  readonly #upcasters: ReadonlyMap<string, Upcaster>;

  /**
   * @param contracts every version of every event type; the highest is current
   * @param upcasters keyed `<Type>@<version>`: lifts that version to the next
   */
  constructor(
    contracts: readonly { readonly type: string; readonly version: number }[],
    upcasters: Readonly<Record<string, Upcaster>> = {},
  ) {
    for (const { type, version } of contracts) {
      this.#current.set(type, Math.max(version, this.#current.get(type) ?? 0));
    }
    this.#upcasters = new Map(Object.entries(upcasters));
  }

  /** Version to write. Throws {@link UnknownEventVersion} for an undeclared type. */
  current(type: string): number {
    const version = this.#current.get(type);
    if (version === undefined) throw new UnknownEventVersion(type, 0, undefined);
    return version;
  }

  /** The event as its stream's decider wrote it, in its current version. Throws {@link UnknownEventVersion}. */
  eventOf<Event extends DomainEvent<string, unknown>>(envelope: EventEnvelope): Event {
    return recordedEvent<Event>(envelope, this.dataOf(envelope));
  }

  /** The event's data in its current version. Throws {@link UnknownEventVersion}. */
  dataOf(envelope: EventEnvelope): JsonObject {
    const current = this.current(envelope.type);
    let data = envelope.data;
    for (let version = envelope.schemaVersion; version !== current; version += 1) {
      const upcast = this.#upcasters.get(`${envelope.type}@${version}`);
      if (upcast === undefined) throw new UnknownEventVersion(envelope.type, envelope.schemaVersion, current);
      data = upcast(data);
    }
    return data;
  }
}
