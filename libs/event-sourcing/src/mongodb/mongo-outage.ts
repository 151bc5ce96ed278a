const outages =
  /^Mongo(Network|ServerSelection|NotConnected|Topology|PoolCleared|NetworkTimeout|Expired|Client).*Error$|^MongooseError$/;

/** Tells an error of the driver that says that the server does not answer from every other. */
export function isMongoOutage(error: unknown): error is Error {
  return error instanceof Error && outages.test(error.name);
}
