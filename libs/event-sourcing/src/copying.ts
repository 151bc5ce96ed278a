/** What a copy between two stores reports while it works. */
export interface CopyProgress {
  readonly phase: 'compare' | 'copy' | 'verify';
  /** Events, keys or files done in this phase, and to do. */
  readonly done: number;
  readonly total: number;
}

/** How a copy is watched, and stopped. */
export interface CopyWatch {
  readonly onProgress?: (progress: CopyProgress) => void;
  /** Stops between two steps; what is copied stays, and the next copy goes on there. */
  readonly signal?: AbortSignal;
}

/** The stores cannot be made equal; the message names where they differ. */
export class StoresDiffer extends Error {
  readonly code = 'stores-differ';
}

/** Something in the source is not what was once stored; the message names it. */
export class SourceDamaged extends Error {
  readonly code = 'source-damaged';
}
