import { MongoKeyStore } from '@iic/event-sourcing/mongodb';
import { MongoConsumerState, MongoLeases } from '@iic/messaging/mongodb';
import { type Competitors, consumerStateContract, leaseContract } from '@iic/messaging/testing';
import { openMongo } from '@iic/read-models/mongodb';
import type { Connection } from 'mongoose';
import { describeWithEngine } from './index.ts';

let made = 0;

await describeWithEngine('mongodb', 'coordination', ({ address, details }) => {
  const opened: Connection[] = [];

  async function connect(name?: string): Promise<Connection> {
    made += 1;
    const database = name ?? `coordination-${process.pid}-${Date.now().toString(36)}-${made}`;
    const connection = await openMongo(address, database);
    opened.push(connection);
    return connection;
  }

  afterEach(async () => {
    for (const connection of opened.splice(0)) {
      await connection.dropDatabase().catch(() => undefined);
      await connection.close();
    }
  });

  consumerStateContract(details['server'] ?? 'MongoDB', async () => MongoConsumerState.open(await connect()));

  async function openLeases(): Promise<Competitors> {
    // Nobody dies here, so a machine that is slow must not make it look like that.
    const times = { renewal: 20, expiry: 20_000 };
    const first = await connect();
    const second = await connect(first.name);
    return [new MongoLeases(first, times), new MongoLeases(second, times)];
  }

  leaseContract(
    `${details['server'] ?? 'MongoDB'}, two processes`,
    openLeases,
    details['server']?.startsWith('FerretDB') === true
      ? 'FerretDB lets several conditional updates of one moment all find their condition met'
      : undefined,
  );

  describe('MongoKeyStore', () => {
    it('makes one key for a subject, however many processes ask at once', async () => {
      const first = await connect();
      const second = await connect(first.name);
      const stores = [new MongoKeyStore(first), new MongoKeyStore(second)];
      const keys = await Promise.all(stores.flatMap((store) => [store.keyFor('a'), store.keyFor('a')]));
      expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
      expect(keys[0]?.length).toBe(32);
    });
  });

  describe('MongoLeases', () => {
    const times = { renewal: 20, expiry: 400 };
    const patient = new AbortController().signal;

    it('lets the next take over from a holder that is gone, and tells the former one', async () => {
      const gone = await connect();
      const dying = await new MongoLeases(gone, times).acquire('publisher', patient);
      const lost = new Promise<void>((resolve) => dying.lost.addEventListener('abort', () => resolve()));
      const next = new MongoLeases(await connect(gone.name), times);
      await gone.close();
      const taken = await next.acquire('publisher', patient);
      await lost;
      expect(taken.fence).toBe(dying.fence + 1);
      await taken.release();
    });
  });
});
