/** Runs one bench and sends what it measured to the parent. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measures, NotAvailable } from './bench.ts';
import { benches } from './figures.ts';

/** What the parent gets. */
export type ChildAnswer = { readonly measures: Measures } | { readonly unavailable: string };

async function answer(name: string, quick: boolean): Promise<ChildAnswer> {
  const entry = benches[name];
  if (entry === undefined) {
    throw new Error(`There is no bench "${name}".`);
  }
  const { bench } = await entry.load();
  const folder = mkdtempSync(join(tmpdir(), 'iic-bench-'));
  try {
    return { measures: await bench.run({ folder, quick }) };
  } catch (error) {
    if (error instanceof NotAvailable) {
      return { unavailable: error.message };
    }
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [name = '', speed] = process.argv.slice(2);
process.send?.(await answer(name, speed === 'quick'), () => process.exit());
