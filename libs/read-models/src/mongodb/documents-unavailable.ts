/** The document database does not answer. Its callers can try again; HTTP answers 503, consumers pause. */
export class DocumentsUnavailable extends Error {
  readonly code = 'read-model-unavailable';
}

const outages =
  /^Mongo(Network|ServerSelection|NotConnected|Topology|PoolCleared|NetworkTimeout|Expired|Client).*Error$|^MongooseError$/;

/** Runs database work; tells an outage from everything else. Throws {@link DocumentsUnavailable}. */
export async function reaching<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && outages.test(error.name)) {
      throw new DocumentsUnavailable('MongoDB does not answer.', { cause: error });
    }
    throw error;
  }
}
