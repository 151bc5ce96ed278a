import { userInfo } from 'node:os';
import { feedName } from '@iic/messaging';
import { systemActor } from '../command-executor.ts';
import { securitySource } from '../security-log.ts';
import type { ServiceRuntime } from '../service-runtime.ts';
import { findBehind } from './find-behind.ts';
import { type BehindStore, StoreBehind } from './store-behind.ts';

/** Code of the whole country: the act is the platform's, not a province's. */
const wholeCountry = '000000';

/**
 * Looks, before services start, whether a store was put back to an earlier state than others know. Throws
 * {@link StoreBehind}; with a reason, lets everybody go on from where the store ends and records that in the
 * service's security log.
 */
export async function guardStores(
  runtimes: readonly ServiceRuntime[],
  reason: string | undefined,
): Promise<void> {
  const behind = await findBehind(runtimes, reason !== undefined);
  if (behind.length === 0) return;
  if (reason === undefined) throw new StoreBehind(behind);
  const isSecurity = (source: string) => runtimes.some(({ name }) => securitySource(name) === source);
  // A record made in a security log must come after the point that those who follow it go back to.
  for (const store of behind.filter(({ source }) => isSecurity(source))) await goBack(store, runtimes);
  for (const store of behind) await record(store, runtimes, reason);
  for (const store of behind.filter(({ source }) => !isSecurity(source))) await goBack(store, runtimes);
}

async function record(
  { source, head, seen }: BehindStore,
  runtimes: readonly ServiceRuntime[],
  reason: string,
): Promise<void> {
  const owner = runtimes.find(({ name }) => name === source || securitySource(name) === source);
  await owner?.security.record(
    { type: 'StoreRecovered', data: { store: source, head, seen, reason, account: account() } },
    systemActor(owner.name, wholeCountry),
  );
}

/** Consumers take the events that come; what was derived from lost events is derived anew. */
async function goBack({ source, head }: BehindStore, runtimes: readonly ServiceRuntime[]): Promise<void> {
  for (const { name, definition, consumers, projections } of runtimes) {
    const { sources, channel = 'integration' } = definition.consumes;
    const feed = feedName(source, channel);
    if (sources.includes(source) && (await consumers.checkpoint(name, feed)) > head) {
      await consumers.rewind(name, feed, head);
    }
    if (name === source) await projections.forgetBeyond(head);
  }
}

/** Account of the operating system that started the process; a container may have a number only. */
function account(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
