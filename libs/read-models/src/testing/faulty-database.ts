import type { DocumentDatabase, Write } from '../document-database.ts';

/** What happens to one commit: it fails before anything is stored, or is stored but never acknowledged. */
export type CommitFault = 'before' | 'after' | undefined;

/** A database whose commits meet the faults given, in order; everything else passes through. */
export function faultyDatabase(database: DocumentDatabase, faults: Iterable<CommitFault>): DocumentDatabase {
  const upcoming = faults[Symbol.iterator]();
  return {
    collection: (spec) => database.collection(spec),
    versionsOf: (name) => database.versionsOf(name),
    drop: (name, version) => database.drop(name, version),
    close: () => database.close(),
    async commit(writes: readonly Write[]): Promise<void> {
      const fault: CommitFault = upcoming.next().value;
      if (fault === 'before') throw new Error('disk is full');
      await database.commit(writes);
      if (fault === 'after') throw new Error('connection was lost');
    },
  };
}
