import type { Bench } from '../bench.ts';
import { startServer } from '../platform/server.ts';
import { measureLatency } from './workload.ts';

/** All services in one process, as `npm start` runs them. */
export const bench: Bench = {
  name: 'latency: in-process',
  async run({ folder, quick }) {
    const server = await startServer(folder);
    try {
      return await measureLatency(server, quick ? 50 : 500);
    } finally {
      await server.stop();
    }
  },
};
