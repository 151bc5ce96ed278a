import { InProcessBus, InProcessTransport } from '@iic/messaging';
import type { Carriage } from './carriage.ts';

/** Carries messages between the services of this process; consumers read the logs themselves. */
export function inProcessCarriage(): Carriage {
  const bus = new InProcessBus();
  return {
    transport: (options) => new InProcessTransport({ ...options, bus }),
    publish(relay) {
      bus.register(relay);
      return { status: () => undefined, close: async () => undefined };
    },
  };
}
