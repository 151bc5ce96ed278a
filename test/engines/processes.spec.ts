/** Every service in a process of its own, joined by Kafka, with read models in MongoDB. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DevelopmentIssuer } from '@iic/access';
import { runLifecycle } from '@iic/local';
import { developmentIssuerFile } from '@iic/service-kit';
import { damage, doubled, lost } from '../chaos/check-stores.ts';
import { archiveLag, readStores } from '../chaos/stores.ts';
import { Witness } from '../chaos/witness.ts';
import { eventually } from './eventually.ts';
import { describeWithEngine } from './index.ts';
import { type LocalBroker, ownBroker } from './kafka/kafka.ts';
import { endServer } from './server-end.ts';
import { ServicesProcess } from './services-process.ts';

const services = ['evaluation', 'construction', 'registry', 'intake', 'audit'];

await describeWithEngine('mongodb', 'services as processes', ({ address }) => {
  let data: string;
  let broker: LocalBroker;
  let brokerPid: number;
  let platform: ServicesProcess;
  let issuer: DevelopmentIssuer;
  let witness: Witness;
  let sent: () => void;
  const cases: string[] = [];

  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'iic-processes-'));
    broker = await ownBroker();
    brokerPid = await broker.start();
    platform = await ServicesProcess.start(data, {
      IIC_KAFKA_BROKERS: broker.address,
      IIC_MONGODB_URL: address,
    });
    issuer = await DevelopmentIssuer.open(developmentIssuerFile(data));
    sent = () => undefined;
    witness = await Witness.open(
      () => platform.url,
      () => sent(),
    );
  }, 120_000);

  afterAll(async () => {
    witness?.close();
    await platform?.stop();
    await endServer({ pid: brokerPid, folder: broker.folder });
    rmSync(data, { recursive: true, force: true });
  }, 60_000);

  const play = (url: string) =>
    runLifecycle({ url, tokens: (identity) => issuer.issue(identity), print: () => undefined });

  /** Does one thing after each so many commands. */
  function every(commands: number, acts: readonly (() => void)[]): () => void {
    let count = 0;
    return () => {
      count += 1;
      if (count % commands === 0) acts[count / commands - 1]?.();
    };
  }

  it('bring a case from draft to plaque, unchanged', async () => {
    cases.push(await play(platform.url));
    const register = await (await fetch(`${platform.url}/registry/centers`)).json();
    expect(register).toMatchObject({ items: [{ id: cases[0], status: 'designated' }] });
  }, 90_000);

  it('finish a case while one after the other is killed', async () => {
    sent = every(
      12,
      services.map((service) => () => platform.kill(service)),
    );
    cases.push(await play(witness.url));
    sent = () => undefined;
  }, 120_000);

  it('take commands and stay ready while the broker is away, and finish the case when it is back', async () => {
    let brokerBack: Promise<void> | undefined;
    const before = witness.acknowledged.length;
    let acknowledgedAlone = 0;
    let readyAlone = 0;
    sent = every(8, [
      // A signal that cannot be caught: the broker has no chance to say goodbye.
      () => execFileSync('kill', ['-9', String(brokerPid)]),
      () => {
        brokerBack = (async () => {
          readyAlone = (await fetch(`${platform.url}/health/ready`)).status;
          acknowledgedAlone = witness.acknowledged.length - before;
          brokerPid = await broker.start();
        })();
      },
    ]);
    cases.push(await play(witness.url));
    sent = () => undefined;
    await brokerBack;
    expect(readyAlone).toBe(200);
    expect(acknowledgedAlone).toBeGreaterThanOrEqual(12);
  }, 120_000);

  it('lost nothing acknowledged, doubled nothing, and audit has it all', async () => {
    expect(await eventually(() => archiveLag(data).length === 0, 30_000)).toBe(true);
    const journals = readStores(data);
    expect(damage(journals)).toEqual([]);
    expect(lost(journals, witness.acknowledged)).toEqual([]);
    expect(doubled(journals, cases)).toEqual([]);
  }, 60_000);

  it('stop when they are told to, having drained', async () => {
    expect(await platform.stop()).toBe(0);
  }, 60_000);
});
