import mongoose, { type Connection } from 'mongoose';

/** MongoDB cannot be used as it is configured; the message says what to do. */
export class MongoUnusable extends Error {
  readonly code = 'mongodb-unusable';
}

const selectionTimeout = 5_000;
const operationTimeout = 10_000;

/** Opens a connection to one database. Rejects with {@link MongoUnusable}, within some seconds. */
export async function openMongo(url: string, database: string): Promise<Connection> {
  try {
    return await mongoose
      .createConnection(url, {
        dbName: database,
        // A query must fail while the server is away, so that its caller hears of it; it must not wait unseen.
        bufferCommands: false,
        autoIndex: false,
        autoCreate: false,
        serverSelectionTimeoutMS: selectionTimeout,
        socketTimeoutMS: operationTimeout,
        retryWrites: false,
        writeConcern: { w: 'majority', journal: true },
        readConcern: { level: 'local' },
      })
      .asPromise();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    // The address may hold a password, and the driver may repeat the address.
    throw new MongoUnusable(
      `MongoDB cannot be reached (${said.replaceAll(url, 'the address given')}). Check IIC_MONGODB_URL, the credentials in it, and whether the server runs.`,
    );
  }
}

/** Asks the server something small; rejects when it does not answer. */
export async function pingMongo({ db }: Connection): Promise<void> {
  if (db === undefined) throw new Error('The connection is closed.');
  await db.admin().ping();
}

/** Whether several documents can be written in one transaction: a replica set or a sharded cluster. */
export async function knowsTransactions(connection: Connection): Promise<boolean> {
  const hello = await connection.db?.admin().command({ hello: 1 });
  return hello !== undefined && ('setName' in hello || hello['msg'] === 'isdbgrid');
}
