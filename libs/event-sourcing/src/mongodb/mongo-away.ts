import { isMongoOutage } from './mongo-outage.ts';

/** The MongoDB that keeps keys, consumer state and leases does not answer; whether a write took place is not known. */
export class MongoAway extends Error {
  readonly code = 'store-unavailable';
}

/** Runs work on MongoDB; tells an outage from everything else. Throws {@link MongoAway}. */
export async function reachingMongo<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isMongoOutage(error)) throw new MongoAway('MongoDB does not answer.', { cause: error });
    throw error;
  }
}
