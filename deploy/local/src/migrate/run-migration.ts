import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Copied, type CopyOptions, type CopyProgress, copyStore, verifyCopy } from '@iic/event-sourcing';
import { AddressInvalid } from './address-invalid.ts';
import { mayExist, openStore, type StoreAddress, type StoreName } from './store-address.ts';

export interface MigrationOptions {
  readonly from: StoreAddress;
  readonly to: StoreAddress;
  /** Name of the service whose stores move. */
  readonly service: string;
  /** Compares only; writes nothing. */
  readonly verify?: boolean;
  readonly onProgress?: (store: StoreName, progress: CopyProgress) => void;
  readonly signal?: AbortSignal;
}

export type Migrated = Readonly<Partial<Record<StoreName, Copied>>>;

const stores: readonly StoreName[] = ['events', 'security'];
/** Appends that SQLite commits together; a server is given one at a time, which alone keeps their order. */
const sqliteTogether = 500;

/**
 * Copies the business log and the security log of a stopped service, or compares them.
 * Throws what `copyStore` throws, `StoreInUse` while the service runs, and what opening a store throws.
 */
export async function runMigration(options: MigrationOptions): Promise<Migrated> {
  const { from, to, service, verify = false } = options;
  mustExist(from, service);
  if (verify) mustExist(to, service);
  const folder = [from, to].find((address) => address.kind === 'sqlite')?.folder;
  const indexFolder = folder ?? mkdtempSync(join(tmpdir(), 'iic-migrate-'));
  try {
    const migrated: Partial<Record<StoreName, Copied>> = {};
    for (const name of stores.filter((each) => mayExist(from, service, each))) {
      migrated[name] = await migrate(name, indexFolder, options);
    }
    return migrated;
  } finally {
    if (folder === undefined) rmSync(indexFolder, { recursive: true });
  }
}

function mustExist(address: StoreAddress, service: string): void {
  if (mayExist(address, service, 'events')) return;
  throw new AddressInvalid(`${service} has no event store there: name the data folder it was started with.`);
}

async function migrate(name: StoreName, indexFolder: string, options: MigrationOptions): Promise<Copied> {
  const { from, to, service, verify = false, onProgress, signal } = options;
  const source = await openStore(from, service, name, indexFolder);
  try {
    const target = await openStore(to, service, name, indexFolder);
    const copyOptions: CopyOptions = {
      together: to.kind === 'sqlite' ? sqliteTogether : 1,
      onProgress: (progress) => onProgress?.(name, progress),
      ...(signal && { signal }),
    };
    try {
      if (!verify) return await copyStore(source, target, copyOptions);
      return { copied: 0, head: await verifyCopy(source, target, copyOptions) };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
