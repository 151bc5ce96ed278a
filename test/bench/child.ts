/** Runs one bench and sends what it measured to the parent. */
import { type Measures, NotAvailable } from './bench.ts';
import { benches } from './figures.ts';

/** What the parent gets. */
export type ChildAnswer = { readonly measures: Measures } | { readonly unavailable: string };

async function answer(name: string, folder: string, quick: boolean): Promise<ChildAnswer> {
  const entry = benches[name];
  if (entry === undefined) {
    throw new Error(`There is no bench "${name}".`);
  }
  const { bench } = await entry.load();
  try {
    return { measures: await bench.run({ folder, quick }) };
  } catch (error) {
    if (error instanceof NotAvailable) {
      return { unavailable: error.message };
    }
    throw error;
  }
}

const [name = '', folder = '', speed] = process.argv.slice(2);
process.send?.(await answer(name, folder, speed === 'quick'), () => process.exit());
