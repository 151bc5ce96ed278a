import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const starter = join(import.meta.dirname, '../../../../test/engines/main.ts');

interface EngineStatus {
  readonly name: string;
  readonly state: string;
  readonly address: string | null;
}

/**
 * Environment variables that name the engines. Where the caller names no broker, those that are not named are
 * started on this machine, and each data folder has topics and databases of its own: those of another folder do not
 * fit its stores. What the caller names stays.
 */
export function engineEnvironment(
  data: string,
  given: Readonly<Record<string, string | undefined>>,
  tell: (line: string) => void,
): Readonly<Record<string, string>> {
  if (given['IIC_KAFKA_BROKERS']) return {};
  const wanted = given['IIC_MONGODB_URL'] ? (['kafka'] as const) : (['kafka', 'mongodb'] as const);
  tell(`IIC_KAFKA_BROKERS is not set: taking ${wanted.join(' and ')} of this machine (npm run engines)`);
  const addresses = startEngines(wanted);
  const prefix = prefixOf(data);
  const found: Record<string, string> = {
    IIC_KAFKA_BROKERS: addresses('kafka'),
    IIC_KAFKA_PREFIX: prefix,
    IIC_MONGODB_PREFIX: prefix,
  };
  if (wanted.length > 1) found['IIC_MONGODB_URL'] = addresses('mongodb');
  return Object.fromEntries(Object.entries(found).filter(([name]) => !given[name]));
}

function startEngines(wanted: readonly string[]): (name: string) => string {
  // What is started writes to the terminal, since the first time takes minutes.
  execFileSync(process.execPath, [starter, 'up', ...wanted], { stdio: ['ignore', 2, 2] });
  const status: readonly EngineStatus[] = JSON.parse(
    execFileSync(process.execPath, [starter, 'status', '--json'], { encoding: 'utf8' }),
  );
  return (name) => {
    const found = status.find((engine) => engine.name === name)?.address;
    if (found) return found;
    throw new Error(`${name} could not be started; see \`npm run engines -- up ${name}\`.`);
  };
}

/** A name that is made with the folder, and gone with it. */
function prefixOf(data: string): string {
  const file = join(data, 'trial-prefix');
  if (!existsSync(file)) {
    mkdirSync(data, { recursive: true });
    writeFileSync(file, `trial-${randomBytes(4).toString('hex')}`);
  }
  return readFileSync(file, 'utf8');
}
