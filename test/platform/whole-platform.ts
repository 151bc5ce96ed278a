/** The whole platform in this process, on a free port and a folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Platform, type RunningService, readSettings, startPlatform } from '@iic/service-kit';
import { allServices } from '@iic/standalone';
import { Client } from './client.ts';

/** Milliseconds after which something is wrong, and not only slow. */
const patience = 60_000;

/** Events and security events a platform has recorded, by service. */
export interface Heads {
  readonly events: Readonly<Record<string, number>>;
  readonly security: Readonly<Record<string, number>>;
}

/** Every service, as `npm start` runs them. */
export class WholePlatform {
  readonly data: string;
  readonly client: Client;
  readonly #platform: Platform;

  private constructor(data: string, platform: Platform, client: Client) {
    this.data = data;
    this.#platform = platform;
    this.client = client;
  }

  /** @param data folder with data to start from; a new one by default. It is removed by {@link close}. */
  static async start(
    data = newDataFolder(),
    environment: Readonly<Record<string, string>> = {},
  ): Promise<WholePlatform> {
    const settings = readSettings({
      IIC_DATA: data,
      IIC_DEV_ISSUER: '1',
      PORT: '0',
      IIC_LOG_LEVEL: 'silent',
      ...environment,
    });
    const platform = await startPlatform(allServices, settings);
    return new WholePlatform(data, platform, await Client.open(platform.url, data));
  }

  get url(): string {
    return this.#platform.url;
  }

  get services(): readonly RunningService[] {
    return this.#platform.services;
  }

  /** Waits until every service has handled what every other has recorded, and shows it. */
  async settled(): Promise<void> {
    for (let seen = ''; ; ) {
      for (const { runtime } of this.services) await this.#caughtUp(runtime);
      const now = JSON.stringify(await this.heads());
      if (now === seen) return;
      seen = now;
    }
  }

  /** Seq of the newest record of every store. */
  async heads(): Promise<Heads> {
    const events: Record<string, number> = {};
    const security: Record<string, number> = {};
    for (const { runtime } of this.services) {
      events[runtime.name] = await runtime.store.head();
      security[runtime.name] = await runtime.security.store.head();
    }
    return { events, security };
  }

  /** Stops the services and keeps their data. */
  stop(): Promise<void> {
    return this.#platform.close();
  }

  /** Stops the services and removes their data. */
  async close(): Promise<void> {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true });
  }

  async #caughtUp({ transport, projections, store, name }: RunningService['runtime']): Promise<void> {
    for (const { runtime: other } of this.services) {
      if (!transport.sources.includes(other.name)) continue;
      const through = await transport.caughtUp(
        other.name,
        { seq: await other.store.head(), key: '' },
        patience,
      );
      if (!through) throw new Error(`${name} did not get through with ${other.name}.`);
    }
    const read = await projections.waitFor(await store.head(), patience);
    if (!read) throw new Error(`The read models of ${name} did not catch up.`);
  }
}

/** A new, empty folder for data. */
export function newDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'iic-platform-'));
}
