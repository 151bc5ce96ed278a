import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** After the tests: stops the engines that they started. Those of `npm run engines -- up` go on. */
export default function endRun() {
  const main = join(import.meta.dirname, 'main.ts');
  spawnSync('node', [main, 'down', '--run', process.env.IIC_TEST_RUN ?? ''], { stdio: 'inherit' });
}
