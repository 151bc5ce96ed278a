import { streamName } from '@iic/event-sourcing';
import { ServiceRuntime } from '@iic/service-kit';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CaseFiles } from './case-files.ts';
import { applicationCategory } from './domain/application/decision-proposal.ts';

const day = 86_400_000;

/** Hashes that the events of a case name. */
interface NamedFiles {
  readonly caseId: string;
  readonly hashes: ReadonlySet<string>;
}

/** Removes files that no event names, once they are a day old: an upload whose command was refused, or died. */
@Injectable()
export class OrphanSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<number> = Promise.resolve(0);

  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly files: CaseFiles,
  ) {}

  onApplicationBootstrap(): void {
    this.#start();
    this.#timer = setInterval(() => this.#start(), day);
    this.#timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Sweeps now and tells how many files went. Files stored after `storedBefore` stay. */
  sweep(storedBefore: Date): Promise<number> {
    // Files come case by case, so the hashes of one case are enough to remember.
    let current: NamedFiles | undefined;
    return this.files.sweep(async ({ caseId, sha256 }) => {
      if (current?.caseId !== caseId) current = { caseId, hashes: await this.#namedIn(caseId) };
      return current.hashes.has(sha256);
    }, storedBefore);
  }

  #start(): void {
    this.#running = this.#sweepOld().catch((error: unknown) => {
      this.runtime.log.warn({ err: error }, 'orphaned files not swept');
      return 0;
    });
  }

  /** The clock is read in here, since it throws when it jumped and nobody would catch that of a timer. */
  async #sweepOld(): Promise<number> {
    return await this.sweep(new Date(Date.parse(this.runtime.host.clock.now()) - day));
  }

  /** Every event that brings a text or a file in has its hash among its evidence. */
  async #namedIn(caseId: string): Promise<ReadonlySet<string>> {
    const events = await this.runtime.store.readStream(streamName(applicationCategory, caseId));
    return new Set(events.flatMap(({ envelope }) => envelope.evidence));
  }
}
