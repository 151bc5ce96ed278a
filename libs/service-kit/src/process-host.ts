import { join } from 'node:path';
import { DevelopmentIssuer, TokenVerifier } from '@iic/access';
import { GuardedClock } from '@iic/event-sourcing';
import { loadPolicyPacks } from '@iic/policy';
import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { Carriage } from './engines/carriage.ts';
import { inProcessCarriage } from './engines/in-process-carriage.ts';
import type { Host } from './host.ts';
import { Metrics } from './metrics.ts';
import type { Settings } from './settings.ts';

/** Makes what the services of this process share. */
export async function createHost(settings: Settings): Promise<Host> {
  // Stores hold what only this process may read, keys above all.
  process.umask(0o077);
  const log = pino(
    { level: settings.logLevel, base: { pid: process.pid }, redact: ['req.headers.authorization'] },
    settings.logFile === undefined ? destination(2) : logTo(settings.logFile),
  );
  return {
    settings,
    clock: new GuardedClock(),
    carriage: await createCarriage(settings, log),
    packs: loadPolicyPacks(settings.policyPacks),
    verifier: await createVerifier(settings),
    metrics: new Metrics(),
    log,
  };
}

/** Opened and written at once, so that nothing is lost when the process ends; a full disk costs lines, not the process. */
function logTo(file: string): DestinationStream {
  const stream = destination({ dest: file, mkdir: true, sync: true });
  stream.on('error', (error) => process.stderr.write(`cannot write the log: ${error.message}\n`));
  return stream;
}

async function createCarriage({ engines, recover }: Settings, log: Logger): Promise<Carriage> {
  if (engines.kafka === undefined) return inProcessCarriage();
  // The client is loaded only where it is used: the embedded platform starts without it.
  const { kafkaCarriage } = await import('./engines/kafka-carriage.ts');
  return kafkaCarriage(engines.kafka, log, recover !== undefined);
}

/** Key file of the development issuer of a data folder. */
export function developmentIssuerFile(data: string): string {
  return join(data, 'development-issuer.json');
}

async function createVerifier({ issuer, data }: Settings): Promise<TokenVerifier> {
  if (issuer !== 'development') return new TokenVerifier(issuer);
  return new TokenVerifier((await DevelopmentIssuer.open(developmentIssuerFile(data))).settings());
}
