import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import {
  done,
  LocalLeases,
  type Message,
  type Relay,
  SqliteConsumerState,
  SqliteInbox,
} from '@iic/messaging';
import { KafkaPublisher, KafkaTransport } from '@iic/messaging/kafka';
import type { Kafka } from 'kafkajs';
import { service } from './broker.ts';
import { ProgressReported } from './log.ts';

const patienceMs = 300_000;

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!holds()) {
    if (performance.now() > end) throw new Error('It did not come to an end in five minutes.');
    await setTimeout(2);
  }
}

/** A publisher of the log that is running. */
export function publisherOf(kafka: Kafka, relay: Relay, prefix: string): KafkaPublisher {
  const publisher = new KafkaPublisher({
    kafka,
    relay,
    prefix,
    channels: ['journal', 'integration', 'public'],
    leases: new LocalLeases(),
  });
  publisher.start();
  return publisher;
}

/** Publishes so many events on three channels; messages per second, the connecting included. */
export async function publishAll(kafka: Kafka, relay: Relay, prefix: string, count: number): Promise<number> {
  const start = performance.now();
  const publisher = publisherOf(kafka, relay, prefix);
  await until(() => publisher.status().published >= count);
  const seconds = (performance.now() - start) / 1000;
  await publisher.close();
  await relay.close();
  return (3 * count) / seconds;
}

/**
 * A consumer group with an inbox and one effect for each message, in SQLite on disk, made durable before offsets are
 * committed. Resolves with the messages per second from the first to the last of `count`, which it must get once each.
 */
export async function consumeAll(
  kafka: Kafka,
  folder: string,
  prefix: string,
  count: number,
): Promise<number> {
  const database = new DatabaseSync(join(folder, `${prefix}-effects.sqlite`));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE effect (id TEXT) STRICT');
  const insert = database.prepare('INSERT INTO effect (id) VALUES (?)');
  const inbox = new SqliteInbox(database, { commit: 'batch' });
  const state = new SqliteConsumerState(join(folder, `${prefix}-messaging.sqlite`));
  const transport = new KafkaTransport({
    kafka,
    prefix,
    group: 'reader',
    state,
    sources: [service],
    contracts: [ProgressReported],
    beforeAcknowledge: inbox.flush,
  });
  let start = 0;
  let handled = 0;
  const handle = async (message: Message) => {
    if (handled === 0) start = performance.now();
    inbox.once('reader', message, () => insert.run(message.id));
    handled += 1;
    return done();
  };
  transport.addHandler(ProgressReported.type, handle, true);
  await new Promise<void>((resolve, reject) => {
    transport.listen((error) => (error === undefined ? resolve() : reject(error)));
  });
  await until(() => handled >= count);
  const seconds = (performance.now() - start) / 1000;
  await transport.close();
  const effects = database.prepare('SELECT count(DISTINCT id) AS ids, count(*) AS rows FROM effect').get();
  const { ids = 0, rows = 0 } = effects ?? {};
  if (ids !== rows || Number(ids) < count) throw new Error('An effect is missing or doubled.');
  database.close();
  await state.close();
  return count / seconds;
}
