import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { Kafka, logLevel } from 'kafkajs';
import mongoose from 'mongoose';
import { type Engine, NotAvailable, type Way } from './engine.ts';
import { eventually } from './eventually.ts';
import { describeWithEngine, sharedEngine } from './index.ts';
import { makeTopics } from './make-topics.ts';
import { endServer, endWith, isAlive, type StartedServer } from './server-end.ts';
import { firstOf } from './start-engine.ts';

const engine: Engine = {
  name: 'kafka',
  origin: 'external',
  address: 'one:9092',
  details: {},
  stopper: { kind: 'nothing' },
};

describe('the way to an engine', () => {
  const absent: Way = async () => undefined;

  it('is the first that applies, and the later ones are not tried', async () => {
    const never: Way = async () => {
      throw new Error('this way must not be tried');
    };
    expect(await firstOf('kafka', [absent, async () => engine, never])).toBe(engine);
  });

  it('is the next one where one breaks, and every reason is told when all do', async () => {
    const breaking = (reason: string): Way => {
      return async () => {
        throw new NotAvailable(reason);
      };
    };
    expect(await firstOf('kafka', [breaking('no image'), async () => engine])).toBe(engine);
    const none = firstOf('kafka', [breaking('no image'), breaking('no Java')]);
    await expect(none).rejects.toThrow('no image; no Java');
  });

  it('ends with a reason where there is none', async () => {
    const broken: Way = async () => {
      throw new NotAvailable('mvn is not installed');
    };
    await expect(firstOf('kafka', [absent, broken])).rejects.toThrow('mvn is not installed');
    await expect(firstOf('kafka', [absent])).rejects.toThrow('no way to get kafka');
  });
});

describe('a server that was started', () => {
  /** A process that stands in for a server, with a folder. */
  function standIn(): StartedServer {
    const folder = mkdtempSync(join(tmpdir(), 'iic-engine-'));
    const { pid } = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
    if (pid === undefined) throw new Error('sleep could not be started');
    return { pid, folder };
  }

  it('is gone with its folder once it is stopped', async () => {
    const server = standIn();
    await endServer(server);
    expect(isAlive(server.pid)).toBe(false);
    expect(existsSync(server.folder)).toBe(false);
  });

  it('goes with the run of the tests that started it, even when that is killed', async () => {
    const run = standIn();
    const server = standIn();
    endWith(run.pid, server);
    process.kill(run.pid, 'SIGKILL');
    expect(await eventually(() => !isAlive(server.pid) && !existsSync(server.folder))).toBe(true);
    await endServer(run);
  });
});

await describeWithEngine('kafka', 'the engine', ({ address }) => {
  it('is one for all who ask at the same time', async () => {
    const asked = await Promise.all([sharedEngine('kafka', null), sharedEngine('kafka', null)]);
    expect(asked.map((engine) => engine.address)).toEqual([address, address]);
  });

  it('keeps a topic that is made', async () => {
    const admin = new Kafka({ brokers: address.split(','), logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    try {
      const topic = `engine-check-${process.pid}`;
      await makeTopics(admin, [{ topic, numPartitions: 3 }]);
      const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
      expect(topics[0]?.partitions.length).toBe(3);
      await admin.deleteTopics({ topics: [topic] });
    } finally {
      await admin.disconnect();
    }
  });
});

await describeWithEngine('mongodb', 'the engine', ({ address }) => {
  it('finds a document that was put', async () => {
    const connection = await mongoose.createConnection(address, { dbName: 'engine_check' }).asPromise();
    try {
      const collection = connection.collection<{ _id: string; text: string }>('documents');
      await collection.insertOne({ _id: 'one', text: '中心' });
      expect(await collection.findOne({ _id: 'one' })).toEqual({ _id: 'one', text: '中心' });
      await connection.dropDatabase();
    } finally {
      await connection.close();
    }
  });
});

await describeWithEngine('s3', 'the engine', ({ address, details }) => {
  it('keeps a bucket that is made', async () => {
    const { accessKey = '', secretKey = '', region = '' } = details;
    const client = new S3Client({
      endpoint: address,
      region,
      forcePathStyle: true,
      credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    });
    const bucket = `engine-check-${process.pid}`;
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    const { Buckets: buckets } = await client.send(new ListBucketsCommand({}));
    expect(buckets?.map(({ Name: name }) => name)).toContain(bucket);
    client.destroy();
  });
});
