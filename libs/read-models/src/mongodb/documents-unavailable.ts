import { isMongoOutage } from '@iic/event-sourcing/mongodb';

/** The document database does not answer. Its callers can try again; HTTP answers 503, consumers pause. */
export class DocumentsUnavailable extends Error {
  readonly code = 'read-model-unavailable';
}

/** Runs database work; tells an outage from everything else. Throws {@link DocumentsUnavailable}. */
export async function reaching<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isMongoOutage(error)) {
      throw new DocumentsUnavailable('MongoDB does not answer.', { cause: error });
    }
    throw error;
  }
}
