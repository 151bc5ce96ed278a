import { type Engine, type EngineName, NotAvailable } from './engine.ts';
import { sharedEngine } from './running-engines.ts';

/** Building an engine on a bare machine takes minutes. */
const patienceMs = 10 * 60_000;

/** Engines that every machine of ours can run; in CI it is a failure when one of them is missing. */
const required: readonly EngineName[] = ['kafka', 'mongodb', 's3'];

/**
 * A group of tests on a real engine. Where the engine cannot be had, one test stands in for the group and says
 * by name that it did not run; in CI it fails for an engine that must be there.
 */
export async function describeWithEngine(
  name: EngineName,
  title: string,
  tests: (engine: Engine) => void,
): Promise<void> {
  const engine = await find(name);
  if (!(engine instanceof NotAvailable)) {
    describe(`${title} (${name}, ${engine.origin})`, () => tests(engine));
    return;
  }
  const reason = `${title}: did not run, because ${name} is not available (${engine.message})`;
  it(reason, () => {
    console.warn(reason);
    if (process.env['CI'] === 'true' && required.includes(name)) throw engine;
  });
}

async function find(name: EngineName): Promise<Engine | NotAvailable> {
  const timer = AbortSignal.timeout(patienceMs);
  try {
    const gone = new Promise<never>((_, reject) => {
      timer.addEventListener('abort', () =>
        reject(new NotAvailable(`not ready after ${patienceMs / 60_000} minutes`)),
      );
    });
    return await Promise.race([sharedEngine(name, process.env['IIC_TEST_RUN'] ?? null), gone]);
  } catch (error) {
    if (error instanceof NotAvailable) return error;
    throw error;
  }
}
