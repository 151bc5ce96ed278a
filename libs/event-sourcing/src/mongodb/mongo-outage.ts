const outages =
  /^Mongo(Network|ServerSelection|NotConnected|Topology|PoolCleared|NetworkTimeout|Expired|Client).*Error$|^MongooseError$/;

/**
 * Codes of a server that steps down, shuts down or recovers, so that another takes over. Source: MongoDB's retryable
 * writes specification.
 */
const changesOver: readonly unknown[] = [91, 189, 10_107, 11_600, 11_602, 13_435, 13_436];

/** Tells an error of the driver that says that no server takes the request now from every other. */
export function isMongoOutage(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return outages.test(error.name) || ('code' in error && changesOver.includes(error.code));
}
