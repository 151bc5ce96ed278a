/** Who has seen events of a log, and up to which seq. */
export interface Sighting {
  readonly by: string;
  readonly seq: number;
}

/** A log that ends before what others have seen of it. */
export interface BehindStore {
  readonly source: string;
  readonly head: number;
  /** Those who have seen more, never empty. */
  readonly seen: readonly Sighting[];
}

/** Stores were put back to an earlier state than others know; the process must not start. */
export class StoreBehind extends Error {
  readonly code = 'store-behind';
  readonly stores: readonly BehindStore[];

  constructor(stores: readonly BehindStore[]) {
    super(
      `${stores.map(described).join('; ')}. Restore a later backup; or, when there is none, start once with --recover "reason" (a service alone: IIC_RECOVER), which is recorded in the security log.`,
    );
    this.stores = stores;
  }
}

function described({ source, head, seen }: BehindStore): string {
  const sightings = seen.map(({ by, seq }) => `${by} has seen ${seq}`).join(', ');
  return `The store of ${source} ends at ${head}, but ${sightings}: it was put back to an earlier state`;
}
