import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { startServer } from './server.ts';

/** From the start of the process to its `ready` line, on an empty store. */
export const bench: Bench = {
  name: 'platform: start-up',
  async run({ folder }) {
    const server = await startServer(join(folder, 'empty'));
    await server.stop();
    return { 'empty store': server.readyMs / 1000 };
  },
};
