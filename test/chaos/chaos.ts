/** Lifecycles during which the platform is killed again and again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DevelopmentIssuer } from '@iic/access';
import { runLifecycle } from '@iic/local';
import { developmentIssuerFile } from '@iic/service-kit';
import { Client } from '../platform/client.ts';
import { damage, doubled, incidents, lost, unarchived } from './check-stores.ts';
import { KillablePlatform } from './killable-platform.ts';
import { seededRandom } from './random.ts';
import { archiveLag, readArchive, readStores } from './stores.ts';
import { Witness } from './witness.ts';

/** What is killed: the whole platform, or a part of it. */
export interface ChaosPlatform {
  readonly url: string;
  /** Resolves when all of it is ready. */
  start(): Promise<void>;
  /** Ends it, or a part of it, at once (SIGKILL). */
  kill(): Promise<void>;
  /** Lets it drain and stop. */
  stop(): Promise<void>;
  /** Ends whatever is left of it. */
  end(): Promise<void>;
}

/** How hard to try. */
export interface ChaosOptions {
  readonly lifecycles: number;
  readonly kills: number;
  /** Determines when the platform is killed. */
  readonly seed: number;
  readonly print: (line: string) => void;
  /** Makes the platform over a data folder; default the whole platform as one process. */
  readonly open?: (data: string) => ChaosPlatform;
}

/** What came of it. */
export interface ChaosReport {
  readonly kills: number;
  readonly acknowledged: number;
  readonly events: number;
  /** Empty when nothing was lost, doubled or damaged. */
  readonly faults: readonly string[];
}

/** Lifecycles that run at a time. */
const together = 2;
/** A kill comes at most this long after the command that it follows was sent. */
const longestAim = 12;
/** How often it dies once more while it comes back, and how long it has lived then, at most. */
const shareOfKillsAtStart = 1 / 4;
const longestStart = 1_500;
/** How long audit may take to catch up at the end. */
const archivePatience = 30_000;

/** Runs them all to their end. Rejects when a lifecycle fails; that is a fault of its own. */
export async function chaos({ lifecycles, kills, seed, print, open }: ChaosOptions): Promise<ChaosReport> {
  const data = mkdtempSync(join(tmpdir(), 'iic-chaos-'));
  const platform = open?.(data) ?? new KillablePlatform(data);
  const killer = new Killer(platform, seededRandom(seed), print);
  await platform.start();
  const witness = await Witness.open(
    () => platform.url,
    () => killer.commandSent(),
  );
  try {
    // Nobody disturbs the first lifecycle: it tells how many commands there are, and what a case looks like.
    const play = (name: string) => playLifecycle(witness.url, data, `${name}${seed}`);
    const cases = [await play('calm')];
    print(`A lifecycle takes ${killer.sent} commands; ${kills} kills in ${lifecycles} of them follow.`);
    killer.aim(kills, killer.sent * lifecycles);
    for (let first = 0; first < lifecycles; first += together) {
      const batch = Array.from(
        { length: Math.min(together, lifecycles - first) },
        (_, index) => first + index,
      );
      cases.push(...(await Promise.all(batch.map((number) => play(`c${number}x`)))));
      print(`${cases.length - 1} of ${lifecycles} lifecycles done, ${killer.killed} kills.`);
    }
    await killer.idle();
    await archived(data);
    const kept = await keptMessages(await Client.open(platform.url, data));
    await platform.stop();
    const journals = readStores(data);
    const faults = [
      ...kept,
      ...incidents(journals),
      ...damage(journals),
      ...lost(journals, witness.acknowledged),
      ...doubled(journals, cases),
      ...unarchived(journals, readArchive(data)),
    ];
    const events = [...journals.values()].reduce((sum, records) => sum + records.length, 0);
    return { kills: killer.killed, acknowledged: witness.acknowledged.length, events, faults };
  } finally {
    witness.close();
    await platform.end();
    rmSync(data, { recursive: true, force: true });
  }
}

async function playLifecycle(url: string, data: string, run: string): Promise<string> {
  const issuer = await DevelopmentIssuer.open(developmentIssuerFile(data));
  return runLifecycle({ url, run, tokens: (identity) => issuer.issue(identity), print: () => undefined });
}

/** Audit follows; give it a moment. */
async function archived(data: string): Promise<void> {
  const end = Date.now() + archivePatience;
  for (let lag = archiveLag(data); lag.length > 0; lag = archiveLag(data)) {
    if (Date.now() > end) throw new Error(`Audit does not catch up: ${lag.join('; ')}`);
    await pause(50);
  }
}

/** Messages that a service could not handle, or not yet. */
async function keptMessages(client: Client): Promise<readonly string[]> {
  const as = { role: 'system-admin', organisation: 'operations', person: 'p-administrator' } as const;
  const { body: services } = await client.get('/health/detail');
  const kept: string[] = [];
  for (const { service } of services) {
    for (const status of ['parked', 'waiting', 'behind']) {
      const { body } = await client.get(`/${service}/operations/parked?status=${status}`, { as });
      kept.push(...body.items.map((item: unknown) => `${service}: ${status} ${JSON.stringify(item)}`));
    }
  }
  return kept;
}

/** Kills the platform when certain commands are on their way, and starts it again. */
class Killer {
  sent = 0;
  killed = 0;
  readonly #platform: ChaosPlatform;
  readonly #random: () => number;
  readonly #print: (line: string) => void;
  #targets: number[] = [];
  #busy: Promise<void> = Promise.resolve();

  constructor(platform: ChaosPlatform, random: () => number, print: (line: string) => void) {
    this.#platform = platform;
    this.#random = random;
    this.#print = print;
  }

  /** Chooses after which of the next commands to kill. */
  aim(kills: number, commands: number): void {
    const from = this.sent;
    const at = Array.from({ length: kills }, () => from + 1 + Math.floor(this.#random() * commands));
    this.#targets = at.sort((left, right) => left - right);
  }

  commandSent(): void {
    this.sent += 1;
    while (this.#targets[0] !== undefined && this.#targets[0] <= this.sent) {
      this.#targets.shift();
      this.#busy = this.#busy.then(() => this.#strike());
    }
  }

  /** Resolves when no kill is under way. */
  async idle(): Promise<void> {
    await this.#busy;
  }

  async #kill(): Promise<void> {
    await this.#platform.kill();
    this.killed += 1;
  }

  async #killWhileStarting(): Promise<void> {
    const started = this.#platform.start().catch(() => undefined);
    await pause(this.#random() * longestStart);
    await this.#kill();
    await started;
  }

  async #strike(): Promise<void> {
    await pause(this.#random() * longestAim);
    await this.#kill();
    if (this.#random() < shareOfKillsAtStart) await this.#killWhileStarting();
    await this.#platform.start();
    this.#print(`killed after command ${this.sent}, started again`);
  }
}
