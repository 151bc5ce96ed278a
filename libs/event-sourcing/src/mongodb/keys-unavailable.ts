import { isMongoOutage } from './mongo-outage.ts';

/** The server of the keys does not answer: nothing is encrypted, and so nothing is recorded. */
export class KeysUnavailable extends Error {
  readonly code = 'store-unavailable';
}

/** Runs work on keys; tells an outage from everything else. Throws {@link KeysUnavailable}. */
export async function reachingKeys<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isMongoOutage(error))
      throw new KeysUnavailable('The MongoDB of the keys does not answer.', { cause: error });
    throw error;
  }
}
