/** Contracts as data, to be kept for each release and compared with later ones. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventContract, Reach } from '@iic/contracts';
import type { JsonSchema } from './json-schema.ts';

const folder = join(import.meta.dirname, 'released');

/** What readers of one version of an event rely on. */
export interface ContractSnapshot {
  readonly service: string;
  readonly type: string;
  readonly version: number;
  readonly reach: Reach;
  /** How far each field travels. */
  readonly fields: Readonly<Record<string, Reach>>;
  readonly data: JsonSchema;
}

/** All contracts of a release. */
export interface ReleasedContracts {
  readonly release: string;
  /** What messages of a channel are keyed by. */
  readonly keys: Readonly<Record<Reach, string>>;
  readonly events: readonly ContractSnapshot[];
}

/** What readers rely on, of contracts as they are. */
export function snapshotOf(
  release: string,
  contracts: readonly EventContract[],
  keys: Readonly<Record<Reach, string>>,
): ReleasedContracts {
  const events = contracts.map(({ service, type, version, reach, fields, data }) => ({
    service,
    type,
    version,
    reach,
    fields: Object.fromEntries(Object.entries(fields).map(([field, audience]) => [field, audience.reach])),
    data: plain(data),
  }));
  const order = ({ service, type, version }: ContractSnapshot) => `${service} ${type} ${version}`;
  return { release, keys, events: events.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)) };
}

/** Releases whose contracts are kept. */
export const keptReleases = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''));

/** The contracts of a release. */
export function readReleased(release: string): ReleasedContracts {
  return JSON.parse(readFileSync(join(folder, `${release}.json`), 'utf8'));
}

/** Keeps the contracts of a release. */
export function writeReleased(contracts: ReleasedContracts): void {
  writeFileSync(join(folder, `${contracts.release}.json`), `${JSON.stringify(contracts, null, 1)}\n`);
}

/** A schema without what only the library knows. */
function plain(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema));
}
