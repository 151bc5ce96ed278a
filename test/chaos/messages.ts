/** Many messages through Kafka, some twice and some out of turn: what they leave must be the same bytes. */
import { DatabaseSync } from 'node:sqlite';
import { done, type Message, type MessageDelivery, SqliteConsumerState, SqliteInbox } from '@iic/messaging';
import { KafkaTransport, topicName, toRecord } from '@iic/messaging/kafka';
import { handle, listen, sampleDelivery, testContracts } from '@iic/messaging/testing';
import { eventually } from '../engines/eventually.ts';
import { KafkaPlatform } from '../engines/kafka-platform.ts';

const streams = 500;
const sendBatch = 500;
const patience = 10 * 60_000;

/** How much of everything goes wrong. */
export interface Disorder {
  /** Share of the messages that come again later, 0 to 1. */
  readonly repeated: number;
  /** Share of the messages that change places with one of another stream, 0 to 1. */
  readonly moved: number;
}

/** What was sent, and what it left. */
export interface Consumed {
  readonly sent: number;
  /** Every document, in order of its id, as text. */
  readonly documents: string;
}

/** Messages of many streams, in turn; each stream counts its revisions. */
export function manyMessages(count: number): readonly MessageDelivery[] {
  return Array.from({ length: count }, (_, index) => {
    const stream = `alpha-${index % streams}`;
    const revision = Math.floor(index / streams);
    return sampleDelivery({ seq: index + 1, key: stream, stream, revision, data: { text: `${index}` } });
  });
}

/** The same messages, some again and some in other places; the order within a stream stays. */
export function disturbed(
  messages: readonly MessageDelivery[],
  { repeated, moved }: Disorder,
  random: () => number,
): readonly MessageDelivery[] {
  const order = [...messages];
  for (let index = 1; index < order.length; index += 1) {
    const [before, here] = [order[index - 1], order[index]];
    if (before === undefined || here === undefined || before.stream === here.stream) continue;
    if (random() < moved) [order[index - 1], order[index]] = [here, before];
  }
  return order.flatMap((message, index) => {
    const earlier = order[Math.floor(random() * (index + 1))];
    return random() < repeated && earlier !== undefined ? [message, earlier] : [message];
  });
}

/** Sends messages to topics of their own and lets a service take them; resolves when it has taken all. */
export async function consumed(address: string, messages: readonly MessageDelivery[]): Promise<Consumed> {
  const platform = await KafkaPlatform.open(address, ['alpha']);
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE document (id TEXT PRIMARY KEY, text TEXT NOT NULL)');
  const put = database.prepare(
    'INSERT INTO document VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET text = text || excluded.text',
  );
  const inbox = new SqliteInbox(database, { commit: 'batch' });
  const transport = new KafkaTransport({
    group: 'disorder',
    state: new SqliteConsumerState(':memory:'),
    sources: ['alpha'],
    contracts: testContracts,
    beforeAcknowledge: () => inbox.flush(),
    kafka: platform.kafka,
    prefix: platform.prefix,
  });
  handle(transport, {
    AlphaNoted: async (message: Message) => {
      inbox.once('disorder', message, () =>
        put.run(message.stream, `${message.revision} ${message.data['text']};`),
      );
      return done();
    },
  });
  try {
    await send(platform, messages);
    await listen(transport);
    const through = await eventually(async () => {
      const { alpha } = await transport.lag();
      return alpha?.head === messages.length && alpha.position === alpha.head;
    }, patience);
    if (!through) throw new Error('The messages were not taken in time.');
    const documents = database.prepare('SELECT id, text FROM document ORDER BY id').all();
    return { sent: messages.length, documents: JSON.stringify(documents) };
  } finally {
    await transport.close();
    await platform.close();
    database.close();
  }
}

async function send(platform: KafkaPlatform, messages: readonly MessageDelivery[]): Promise<void> {
  const producer = platform.kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  try {
    const topic = topicName(platform.prefix, 'alpha', 'integration');
    for (let start = 0; start < messages.length; start += sendBatch) {
      await producer.send({ topic, messages: messages.slice(start, start + sendBatch).map(toRecord) });
    }
  } finally {
    await producer.disconnect();
  }
}
