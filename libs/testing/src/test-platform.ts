/** A platform for HTTP tests: the service under test beside stand-ins that record other services' events. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DevelopmentIdentity, DevelopmentIssuer } from '@iic/access';
import { type Aggregate, accept, CommandHandler, type DomainEvent } from '@iic/event-sourcing';
import {
  developmentIssuerFile,
  type Platform,
  readSettings,
  type ServiceDefinition,
  startPlatform,
  systemActor,
} from '@iic/service-kit';

/** Milliseconds after which something is wrong, and not only slow. */
const patience = 60_000;

const recorder: Aggregate<null, DomainEvent<string, unknown>, DomainEvent<string, unknown>> = {
  category: 'recorded',
  decider: { initialState: null, decide: (event) => accept(event), evolve: () => null },
};

/** What a request answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely
  readonly body: any;
}

/** How a request is made. */
export interface Asking {
  readonly as?: DevelopmentIdentity;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
}

/** The platform with a client. */
export class TestPlatform {
  readonly #platform: Platform;
  readonly #issuer: DevelopmentIssuer;
  readonly #data: string;
  #keys = 0;

  private constructor(platform: Platform, issuer: DevelopmentIssuer, data: string) {
    this.#platform = platform;
    this.#issuer = issuer;
    this.#data = data;
  }

  static async start(services: readonly ServiceDefinition[]): Promise<TestPlatform> {
    const data = mkdtempSync(join(tmpdir(), 'iic-test-'));
    const settings = readSettings({
      IIC_DATA: data,
      IIC_DEV_ISSUER: '1',
      PORT: '0',
      IIC_LOG_LEVEL: 'silent',
    });
    const platform = await startPlatform(services, settings);
    const issuer = await DevelopmentIssuer.open(developmentIssuerFile(data));
    return new TestPlatform(platform, issuer, data);
  }

  /**
   * Records an event of a stand-in and waits until a service is through with it. Unlike a service, a stand-in may
   * record what breaks the contract known here, as another release could.
   */
  async record(
    source: string,
    consumer: string,
    caseId: string,
    event: DomainEvent<string, unknown>,
  ): Promise<void> {
    this.#keys += 1;
    const { store, keys, versions, host } = this.#runtime(source);
    const handler = new CommandHandler({ store, keys, versions, clock: host.clock });
    const { events } = await handler.handle(recorder, `${caseId}-${this.#keys}`, event, {
      commandId: `recorded-${this.#keys}`,
      fingerprint: '0'.repeat(64),
      correlation: caseId,
      actor: systemActor(source, '220000'),
    });
    const through = await this.#runtime(consumer).transport.caughtUp(
      source,
      { seq: events[0]?.seq ?? 0, key: '' },
      patience,
    );
    if (!through) throw new Error(`${consumer} did not get through with ${event.type}.`);
  }

  /** Origin of the platform. */
  get url(): string {
    return this.#platform.url;
  }

  /** An access token of somebody. */
  token(identity: DevelopmentIdentity): Promise<string> {
    return this.#issuer.issue(identity);
  }

  /** Waits until a service is through with its own messages and its read models hold everything. */
  async settled(service: string): Promise<void> {
    const { store, transport, projections } = this.#runtime(service);
    let seen = -1;
    for (let head = await store.head(); head !== seen; head = await store.head()) {
      seen = head;
      const through = await transport.caughtUp(service, { seq: head, key: '' }, patience);
      const read = await projections.waitFor(head, patience);
      if (!through || !read) throw new Error(`${service} did not settle at ${head}.`);
    }
  }

  /** Types of the events in a service's security log. */
  async securityEvents(service: string): Promise<readonly string[]> {
    const { store } = this.#runtime(service).security;
    return (await store.readAll(0, 1_000)).map(({ envelope }) => envelope.type);
  }

  /** Why messages are kept that a service could not handle. */
  async parked(service: string): Promise<readonly (string | null)[]> {
    const kept = await this.#runtime(service).parked.list();
    return kept.map(({ reason }) => reason);
  }

  /** Types of the events a service recorded, in order. */
  async recorded(service: string): Promise<readonly string[]> {
    const events = await this.#runtime(service).store.readAll(0, 1_000);
    return events.map(({ envelope }) => envelope.type);
  }

  get(path: string, asking: Asking = {}): Promise<Answer> {
    return this.#ask('GET', path, asking);
  }

  /** A file: status and headers. */
  async download(path: string, as: DevelopmentIdentity): Promise<Omit<Answer, 'body'>> {
    const authorization = `Bearer ${await this.#issuer.issue(as)}`;
    const { status, headers } = await fetch(`${this.#platform.url}${path}`, { headers: { authorization } });
    return { status, headers };
  }

  post(path: string, asking: Asking): Promise<Answer> {
    return this.#ask('POST', path, asking);
  }

  put(path: string, asking: Asking): Promise<Answer> {
    return this.#ask('PUT', path, asking);
  }

  async close(): Promise<void> {
    await this.#platform.close();
    rmSync(this.#data, { recursive: true, force: true });
  }

  async #ask(method: string, path: string, { as, body, headers, key }: Asking): Promise<Answer> {
    this.#keys += 1;
    const response = await fetch(`${this.#platform.url}${path}`, {
      method,
      headers: {
        ...(as === undefined ? {} : { authorization: `Bearer ${await this.#issuer.issue(as)}` }),
        ...(method === 'GET' ? {} : { 'idempotency-key': key ?? `key-${this.#keys}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'accept-language': 'en',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : JSON.parse(text),
    };
  }

  #runtime(name: string) {
    const service = this.#platform.services.find(({ runtime }) => runtime.name === name);
    if (service === undefined) throw new Error(`No service ${name}.`);
    return service.runtime;
  }
}
