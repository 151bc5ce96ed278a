import type { CopyProgress } from '@iic/event-sourcing';
import { AddressInvalid } from './address-invalid.ts';
import { readAttachmentAddress } from './attachment-address.ts';
import { readKeyAddress } from './key-address.ts';
import { migrateAttachments } from './migrate-attachments.ts';
import { migrateKeys } from './migrate-keys.ts';
import { runMigration } from './run-migration.ts';
import { readStoreAddress } from './store-address.ts';

/** What a service keeps that can be moved. */
export const movables = ['events', 'keys', 'attachments'] as const;
export type Movable = (typeof movables)[number];

/** A move as the command line asks for it. */
export interface MoveOrder {
  readonly from: string;
  readonly to: string;
  /** Where the keys of attachments are. */
  readonly keys?: string;
  readonly service: string;
  readonly verify: boolean;
  readonly signal: AbortSignal;
  /** `name` tells the store, `unit` what is counted. */
  readonly onProgress: (name: string, progress: CopyProgress, unit: string) => void;
}

/** A move that is done. */
export interface Moved {
  /** For programs: counts, by the name of the store. */
  readonly counts: Readonly<Record<string, object>>;
  /** For people. */
  readonly lines: readonly string[];
}

/**
 * Moves what was asked for. Throws {@link AddressInvalid} for an order that makes no sense, `SettingsInvalid`, and what
 * the move throws.
 *
 * @param environment settings that name the servers
 */
export async function move(what: Movable, order: MoveOrder, environment: NodeJS.ProcessEnv): Promise<Moved> {
  if (order.keys !== undefined && what !== 'attachments') {
    throw new AddressInvalid('--keys says where the keys of attachments are; it is not for anything else.');
  }
  return moves[what](order, environment);
}

const moves: Readonly<Record<Movable, (order: MoveOrder, environment: NodeJS.ProcessEnv) => Promise<Moved>>> =
  {
    async events({ from, to, onProgress, ...rest }, environment) {
      const counts = await runMigration({
        ...rest,
        from: readStoreAddress(from, environment),
        to: readStoreAddress(to, environment),
        onProgress: (name, progress) => onProgress(name, progress, 'events'),
      });
      const lines = Object.entries(counts).map(
        ([name, { copied, head }]) =>
          `${name}: ${copied} events copied; both stores hold the same ${head} events.`,
      );
      return { counts, lines };
    },

    async keys({ from, to, service, verify, signal, onProgress }, environment) {
      const counts = await migrateKeys({
        from: readKeyAddress(from, environment),
        to: readKeyAddress(to, environment),
        service,
        verify,
        signal,
        onProgress: (progress) => onProgress('keys', progress, 'keys'),
      });
      const { copied, total, shredded } = counts;
      return {
        counts: { keys: counts },
        lines: [
          `keys: ${copied} copied; both stores hold those of the same ${total} subjects, ${shredded} of them destroyed.`,
          ...(verify
            ? []
            : [
                'Once the service works with the copy, remove the keys that are left behind: a key that is destroyed from then on would live on in them.',
              ]),
        ],
      };
    },

    async attachments({ from, to, keys, service, verify, signal, onProgress }, environment) {
      const counts = await migrateAttachments({
        from: readAttachmentAddress(from, environment),
        to: readAttachmentAddress(to, environment),
        ...(keys !== undefined && { keys: readKeyAddress(keys, environment) }),
        service,
        verify,
        signal,
        onProgress: (progress) => onProgress('attachments', progress, 'files'),
      });
      const { copied, total, shredded } = counts;
      const unreadable = shredded === 0 ? '' : `, but ${shredded} whose keys are destroyed`;
      return {
        counts: { attachments: counts },
        lines: [
          `attachments: ${copied} files copied; the target holds all ${total} files, and each opens to what it is named by${unreadable}.`,
        ],
      };
    },
  };
