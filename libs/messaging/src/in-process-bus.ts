import { WakeUp } from '@iic/event-sourcing';
import type { Relay } from './relay.ts';

/** Brings the relays of the services in one process together; services may start and stop in any order. */
export class InProcessBus {
  readonly #relays = new Map<string, Relay>();
  readonly #registered = new WakeUp();

  /** Throws when the service has an open relay already. */
  register(relay: Relay): void {
    if (this.find(relay.service) !== undefined) {
      throw new Error(`Service ${relay.service} has registered a relay already; close that one first.`);
    }
    this.#relays.set(relay.service, relay);
    this.#registered.ring();
  }

  /** The open relay of a service. */
  find(service: string): Relay | undefined {
    const relay = this.#relays.get(service);
    return relay?.closed === true ? undefined : relay;
  }

  /** Waits until the service has registered; undefined when the signal aborts first. */
  async relay(service: string, signal: AbortSignal): Promise<Relay | undefined> {
    while (!signal.aborted) {
      const relay = this.find(service);
      if (relay !== undefined) return relay;
      await this.#registered.next(signal);
    }
    return undefined;
  }
}
