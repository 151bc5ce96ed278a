import { defineEvent, type EventContract, integration, journal, open } from '@iic/contracts';
import type { EventEnvelope, JsonObject } from '@iic/event-sourcing';
import { InMemoryEventStore, sampleBatch } from '@iic/event-sourcing/testing';
import { Type } from 'typebox';
import { Relay } from '../relay.ts';

const common = { version: 1, article: 'platform', title: { zh: '测试', en: 'Test' } } as const;

/** Travels as integration; `secret` stays in the journal. */
export const AlphaNoted = defineEvent({
  ...common,
  service: 'alpha',
  type: 'AlphaNoted',
  reach: 'integration',
  data: Type.Object({ text: Type.String(), secret: Type.Optional(Type.String()) }),
  fields: { text: integration('pdrc'), secret: journal() },
});

/** Travels as public; `unit` goes only to the other services. */
export const AlphaOpened = defineEvent({
  ...common,
  service: 'alpha',
  type: 'AlphaOpened',
  reach: 'public',
  data: Type.Object({ name: Type.String(), unit: Type.String() }),
  fields: { name: open, unit: integration('pdrc') },
});

/** Never leaves the journal. */
export const AlphaDrafted = defineEvent({
  ...common,
  service: 'alpha',
  type: 'AlphaDrafted',
  reach: 'journal',
  data: Type.Object({ text: Type.String() }),
  fields: { text: journal() },
});

/** An event of the other service, usually one that needs something of alpha first. */
export const BetaAnswered = defineEvent({
  ...common,
  service: 'beta',
  type: 'BetaAnswered',
  reach: 'integration',
  data: Type.Object({ text: Type.String() }),
  fields: { text: integration('pdrc') },
});

/** Contracts of the two services that messaging tests play with. */
export const testContracts: readonly EventContract[] = [AlphaNoted, AlphaOpened, AlphaDrafted, BetaAnswered];

/** A service that only records events. */
export class TestSource {
  readonly store = new InMemoryEventStore();
  readonly relay: Relay;
  readonly #service: 'alpha' | 'beta';
  readonly #contracts: readonly EventContract[];
  readonly #revisions = new Map<string, number>();

  constructor(service: 'alpha' | 'beta', contracts: readonly EventContract[] = testContracts) {
    this.#service = service;
    this.#contracts = contracts;
    this.relay = this.restart();
  }

  /** A new relay over the same log. */
  restart(): Relay {
    return new Relay({ service: this.#service, store: this.store, contracts: this.#contracts });
  }

  /** Records one event; its key is the stream's name unless `correlation` says otherwise. Resolves with its seq. */
  async record(
    type: string,
    stream: string,
    data: JsonObject,
    members: Partial<EventEnvelope> = {},
  ): Promise<number> {
    const revision = this.#revisions.get(stream) ?? -1;
    this.#revisions.set(stream, revision + 1);
    const batch = sampleBatch(stream, revision, 1, { correlation: stream, ...members, type, data });
    return (await this.store.append(batch)).seq;
  }
}
