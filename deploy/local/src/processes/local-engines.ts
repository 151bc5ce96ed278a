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
 * Environment variables that name the engines; started on this machine where the caller's environment has none.
 * Each data folder then has topics and databases of its own: those of another folder do not fit its stores.
 */
export function engineEnvironment(
  data: string,
  tell: (line: string) => void,
): Readonly<Record<string, string>> {
  if (process.env['IIC_KAFKA_BROKERS']) return {};
  tell('IIC_KAFKA_BROKERS is not set: taking Kafka and MongoDB of this machine (npm run engines)');
  // What is started writes to the terminal, since the first time takes minutes.
  execFileSync(process.execPath, [starter, 'up', 'kafka', 'mongodb'], { stdio: ['ignore', 2, 2] });
  const status: readonly EngineStatus[] = JSON.parse(
    execFileSync(process.execPath, [starter, 'status', '--json'], { encoding: 'utf8' }),
  );
  const address = (name: string): string => {
    const found = status.find((engine) => engine.name === name)?.address;
    if (found) return found;
    throw new Error(`${name} could not be started; see \`npm run engines -- up ${name}\`.`);
  };
  const prefix = prefixOf(data);
  return {
    IIC_KAFKA_BROKERS: address('kafka'),
    IIC_KAFKA_PREFIX: prefix,
    IIC_MONGODB_URL: address('mongodb'),
    IIC_MONGODB_PREFIX: prefix,
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
