/** Five services as processes behind one origin, while services, the broker and the document server end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DevelopmentIssuer } from '@iic/access';
import { runLifecycle } from '@iic/local';
import { usccCheckCharacter } from '@iic/reference-data';
import { developmentIssuerFile } from '@iic/service-kit';
import { damage, doubled, incidents, lost, unarchived } from '../chaos/check-stores.ts';
import { ServicesPlatform } from '../chaos/services-platform.ts';
import { archiveLag, readArchive, readStores } from '../chaos/stores.ts';
import { Witness } from '../chaos/witness.ts';
import { castOf } from '../e2e/cases.ts';
import { Client } from '../platform/client.ts';
import { eventually } from './eventually.ts';
import { describeWithEngine, type RestartableServer, restartableKafka, restartableMongodb } from './index.ts';

await describeWithEngine('kafka', 'services as processes', () => {
  const data = mkdtempSync(join(tmpdir(), 'iic-processes-'));
  const cases: string[] = [];
  let kafka: RestartableServer;
  let mongodb: RestartableServer;
  let platform: ServicesPlatform;
  let witness: Witness;
  let client: Client;
  let afterCommand = (): void => undefined;

  beforeAll(async () => {
    [kafka, mongodb] = await Promise.all([restartableKafka(), restartableMongodb()]);
    await Promise.all([kafka.start(), mongodb.start()]);
    const environment = { IIC_KAFKA_BROKERS: kafka.address, IIC_MONGODB_URL: mongodb.address };
    platform = new ServicesPlatform({ data, environment });
    await platform.start();
    witness = await Witness.open(
      () => platform.url,
      () => afterCommand(),
    );
    client = await Client.open(platform.url, data);
  });

  afterAll(async () => {
    witness?.close();
    await platform?.end();
    await Promise.all([kafka?.end(), mongodb?.end()]);
    rmSync(data, { recursive: true, force: true });
  });

  afterEach(() => {
    afterCommand = () => undefined;
  });

  async function play(run: string): Promise<void> {
    const issuer = await DevelopmentIssuer.open(developmentIssuerFile(data));
    const tokens = (identity: Parameters<typeof issuer.issue>[0]) => issuer.issue(identity);
    cases.push(await runLifecycle({ url: witness.url, run, tokens, print: () => undefined }));
  }

  /** Does something once, when so many commands more were sent. */
  function after(commands: number, act: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      let sent = 0;
      afterCommand = () => {
        sent += 1;
        if (sent === commands) act().then(resolve, reject);
      };
    });
  }

  it('plays a case to its plaque', () => play('calm'));

  it('plays one while one service after another is killed', async () => {
    const victims = [...platform.services];
    let sent = 0;
    afterCommand = () => {
      sent += 1;
      if (sent % 20 !== 0) return;
      const victim = victims.shift();
      if (victim !== undefined) void platform.kill(victim);
    };
    await play('killed');
    await platform.start();
    expect(victims).toEqual([]);
  });

  it('accepts commands and stays ready while the broker is gone, and drains when it is back', async () => {
    const outage = after(60, async () => {
      await kafka.end();
      const drafted = await client.post('/intake/applications', { as: castOf('calm').lead, body: {} });
      expect(drafted.status).toBe(201);
      expect((await client.get('/health/ready')).status).toBe(200);
      await kafka.start();
    });
    await Promise.all([play('broker'), outage]);
  });

  it('accepts commands while MongoDB is gone, says that lists are not available, and catches up', async () => {
    await mongodb.end();
    const { lead } = castOf('calm');
    const drafted = await client.post('/intake/applications', { as: lead, body: {} });
    expect(drafted.status).toBe(201);
    const body = '91220100000000888';
    const entered = await client.post('/intake/organisations', {
      as: castOf('calm').handler,
      body: {
        id: 'org-late',
        name: '迟到示例单位',
        uscc: `${body}${usccCheckCharacter(body)}`,
        kind: 'enterprise',
        area: '220100',
        parent: null,
        competentUnit: null,
      },
    });
    expect(entered).toMatchObject({ status: 201 });
    const list = (): ReturnType<Client['get']> => client.get('/intake/applications', { as: lead });
    const unavailable = await list();
    expect(unavailable).toMatchObject({ status: 503, body: { code: 'read-model-unavailable' } });
    expect(unavailable.headers.get('retry-after')).toBe('1');
    expect((await client.get('/health/ready')).status).toBe(200);
    const { body: health } = await client.get('/health/detail');
    expect(health).toContainEqual(
      expect.objectContaining({
        service: 'intake',
        head: expect.any(Number),
        servers: [{ name: 'MongoDB', neededFor: 'queries', reachable: false }],
      }),
    );
    const { text: metrics } = await client.get('/metrics');
    expect(metrics).toContain('iic_store_server_reachable{service="intake",server="MongoDB"} 0');
    await mongodb.start();
    const listed = async (): Promise<boolean> => (await list()).text.includes(drafted.body.id);
    expect(await eventually(listed)).toBe(true);
  });

  it('lost nothing and doubled nothing', async () => {
    expect(await eventually(() => archiveLag(data).length === 0)).toBe(true);
    await platform.stop();
    const journals = readStores(data);
    expect([
      ...incidents(journals),
      ...damage(journals),
      ...lost(journals, witness.acknowledged),
      ...doubled(journals, cases),
      ...unarchived(journals, readArchive(data)),
    ]).toEqual([]);
  });
});
