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
export function describeWithEngine(
  name: EngineName,
  title: string,
  tests: (engine: Engine) => void,
): Promise<void> {
  return describeWithEngines([name], title, ([engine]) => {
    if (engine !== undefined) tests(engine);
  });
}

/** As {@link describeWithEngine}, on several at once; they come in the order of their names. */
export async function describeWithEngines(
  names: readonly EngineName[],
  title: string,
  tests: (engines: readonly Engine[]) => void,
): Promise<void> {
  const engines: Engine[] = [];
  for (const name of names) {
    const engine = await find(name);
    if (engine instanceof NotAvailable) return standIn(name, title, engine);
    engines.push(engine);
  }
  const origins = engines.map(({ name, origin }) => `${name}, ${origin}`).join('; ');
  describe(`${title} (${origins})`, () => tests(engines));
}

function standIn(name: EngineName, title: string, missing: NotAvailable): void {
  const reason = `${title}: did not run, because ${name} is not available (${missing.message})`;
  it(reason, () => {
    console.warn(reason);
    if (process.env['CI'] === 'true' && required.includes(name)) throw missing;
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
