/** What officials meet while the servers that keep their events and keys are away. */
import { usccCheckCharacter } from '@iic/reference-data';
import { castOf } from '../e2e/cases.ts';
import type { Answer } from '../platform/client.ts';
import { WholePlatform } from '../platform/whole-platform.ts';
import { eventually } from './eventually.ts';
import { describeWithEngine, type RestartableServer, restartableMongodb } from './index.ts';
import { KurrentStandIn } from './kurrent-stand-in/kurrent-stand-in.ts';

// KurrentDB is the stand-in, so that it can be away.
await describeWithEngine('mongodb', 'a platform on servers', () => {
  let kurrentdb: KurrentStandIn;
  let mongodb: RestartableServer;
  let platform: WholePlatform;

  beforeAll(async () => {
    [kurrentdb, mongodb] = await Promise.all([KurrentStandIn.start(), restartableMongodb()]);
    await mongodb.start();
    platform = await WholePlatform.start(undefined, {
      IIC_MONGODB_URL: mongodb.address,
      IIC_KURRENTDB_URL: kurrentdb.url,
    });
  });

  afterAll(async () => {
    await platform?.close();
    kurrentdb?.stop();
    await mongodb?.end();
  });

  function enter(number: number): Promise<Answer> {
    const code = `9122010000000066${number}`;
    const uscc = `${code}${usccCheckCharacter(code)}`;
    const contact = { name: '示例联系人', phone: '0431-00000000' };
    const body = {
      id: `org-${number}`,
      name: `示例单位${number}`,
      uscc,
      kind: 'enterprise',
      area: '220100',
      contact,
    };
    const headers = { 'accept-language': 'en' };
    const as = castOf('servers').handler;
    return platform.client.post('/intake/organisations', { as, body, headers, key: `enter-${number}` });
  }

  async function expectAway(server: string): Promise<void> {
    const { client } = platform;
    // A probe is answered from what the last one found, for two seconds.
    const isTold = async (): Promise<boolean> => {
      const { status, body } = await client.get('/health/ready');
      return status === 503 && body.obstacles.includes(server);
    };
    expect(await eventually(isTold)).toBe(true);
    const { body: health } = await client.get('/health/detail');
    expect(health[0].servers).toContainEqual({ name: server, neededFor: 'commands', reachable: false });
    expect((await client.get('/metrics')).text).toContain(`server="${server}"} 0`);
  }

  it('says that it does not know whether a command is recorded while KurrentDB is away, and records it once', async () => {
    expect((await enter(1)).status).toBe(201);
    kurrentdb.stop();
    const unknown = await enter(2);
    expect(unknown).toMatchObject({ status: 503, body: { code: 'event-store-unavailable' } });
    expect(unknown.headers.get('retry-after')).toBe('1');
    await expectAway('KurrentDB');
    await kurrentdb.resume();
    expect(await eventually(async () => (await enter(2)).status === 201)).toBe(true);
    expect((await enter(2)).body.id).toBe('org-2');
    expect(await eventually(async () => (await platform.client.get('/health/ready')).status === 200)).toBe(
      true,
    );
  });

  it('records nothing while the keys are away', async () => {
    await mongodb.end();
    const refused = await enter(3);
    expect(refused).toMatchObject({ status: 503, body: { code: 'store-unavailable' } });
    expect(refused.headers.get('retry-after')).toBe('1');
    await expectAway('MongoDB');
    const as = castOf('servers').handler;
    expect((await platform.client.get('/intake/organisations/org-3', { as })).status).toBe(404);
    const operator = { role: 'system-admin', organisation: 'platform', person: 'operator' } as const;
    expect(await platform.client.get('/intake/operations/parked', { as: operator })).toMatchObject({
      status: 503,
      body: { code: 'store-unavailable' },
    });
    await mongodb.start();
    expect(await eventually(async () => (await enter(3)).status === 201)).toBe(true);
  });
});
