import { streamName } from '@iic/event-sourcing';
import { ServiceRuntime } from '@iic/service-kit';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CaseFiles } from './case-files.ts';
import { applicationCategory } from './domain/application/decision-proposal.ts';

const day = 86_400_000;

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
    return this.files.sweep(({ caseId, sha256 }) => this.#isNamed(caseId, sha256), storedBefore);
  }

  #start(): void {
    const { log, host } = this.runtime;
    this.#running = this.sweep(new Date(Date.parse(host.clock.now()) - day)).catch((error: unknown) => {
      log.warn({ err: error }, 'orphaned files not swept');
      return 0;
    });
  }

  /** Every event that brings a text or a file in has its hash among its evidence. */
  async #isNamed(caseId: string, sha256: string): Promise<boolean> {
    const events = await this.runtime.store.readStream(streamName(applicationCategory, caseId));
    return events.some(({ envelope }) => envelope.evidence.includes(sha256));
  }
}
