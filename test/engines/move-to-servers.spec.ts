/** An existing platform moves from files to servers and back, by the commands that an operator types. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { DevelopmentIssuer } from '@iic/access';
import { s3Client } from '@iic/attachments/s3';
import { type Movable, move, runLifecycle } from '@iic/local';
import { developmentIssuerFile } from '@iic/service-kit';
import { allServices } from '@iic/standalone';
import { type Heads, newDataFolder, WholePlatform } from '../platform/whole-platform.ts';
import { describeWithEngines } from './index.ts';
import { KurrentStandIn } from './kurrent-stand-in/kurrent-stand-in.ts';

const program = join(import.meta.dirname, '../../deploy/local/dist/migrate.js');
const run = `m${Date.now().toString(36)}`;
const services = allServices.map(({ name }) => name);
const handler = {
  role: 'pdrc-handler',
  organisation: `org-pdrc-${run}`,
  person: `p-handler-${run}`,
} as const;

interface Order {
  readonly what: Movable;
  readonly here: string;
  readonly there: string;
  readonly service: string;
  readonly keys?: string;
}

type Environment = Readonly<Record<string, string>>;

/** Runs `npm run migrate` to its end. Resolves with everything it printed. */
async function migrate(
  environment: Environment,
  ...args: readonly string[]
): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const [code]: (number | null)[] = await once(child, 'close');
  return { code: code ?? -1, said };
}

interface View {
  readonly path: string | undefined;
  readonly status: number;
  /** What was answered: JSON read, anything else as text. */
  readonly content: unknown;
}

/** What people see of a case: its file, its attachments, its timeline, its center, and persons whose data are encrypted. */
async function views({ client }: WholePlatform, caseId: string): Promise<readonly View[]> {
  const file = `/intake/applications/${caseId}`;
  const { body: list } = await client.get(`${file}/attachments`, { as: handler });
  const hashes: string[] = list.attachments.map(({ hash }: { readonly hash: string }) => hash);
  const paths = [
    file,
    ...hashes.map((hash) => `${file}/attachments/${hash}`),
    `/timeline/${caseId}`,
    `/registry/centers/${caseId}`,
    `/evaluation/experts/expert-1-${run}/person`,
    `/construction/projects/${caseId}/director`,
  ];
  const answers = await Promise.all(paths.map((path) => client.get(path, { as: handler })));
  return answers.map(({ status, body }, index) => ({
    path: paths[index],
    status,
    content: body,
  }));
}

// KurrentDB is the stand-in, so that the move is tried on every machine.
await describeWithEngines(['mongodb', 's3'], 'a move from files to servers', ([mongodb, s3]) => {
  const data = newDataFolder();
  const secrets = mkdtempSync(join(tmpdir(), 'iic-move-secrets-'));
  let kurrentdb: KurrentStandIn;
  let environment: Environment;
  let caseId: string;
  let before: { readonly views: readonly View[]; readonly heads: Heads };

  beforeAll(async () => {
    kurrentdb = await KurrentStandIn.start();
    const { accessKey = '', secretKey = '', region = '' } = s3?.details ?? {};
    const bucket = `moved-${run}`;
    const client = s3Client({ endpoint: s3?.address ?? '', region, accessKey, secretKey });
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    client.destroy();
    const secretFile = join(secrets, 's3');
    writeFileSync(secretFile, secretKey);
    environment = {
      IIC_KURRENTDB_URL: kurrentdb.url,
      IIC_MONGODB_URL: mongodb?.address ?? '',
      IIC_MONGODB_PREFIX: `move-${run}`,
      IIC_S3_ENDPOINT: s3?.address ?? '',
      IIC_S3_BUCKET: bucket,
      IIC_S3_REGION: region,
      IIC_S3_ACCESS_KEY: accessKey,
      IIC_S3_SECRET_KEY_FILE: secretFile,
    };
    const platform = await WholePlatform.start(data);
    caseId = await play(platform, run);
    before = await seen(platform);
    await platform.stop();
  });

  afterAll(() => {
    kurrentdb.stop();
    for (const folder of [data, secrets]) rmSync(folder, { recursive: true, force: true });
  });

  async function play(platform: WholePlatform, name: string): Promise<string> {
    const issuer = await DevelopmentIssuer.open(developmentIssuerFile(data));
    const tokens = (identity: Parameters<typeof issuer.issue>[0]) => issuer.issue(identity);
    return runLifecycle({ url: platform.url, run: name, tokens, print: () => undefined });
  }

  async function seen(platform: WholePlatform) {
    await platform.settled();
    return { views: await views(platform, caseId), heads: await platform.heads() };
  }

  /** What is to be moved, in the order of the how-to. */
  const orders: readonly Order[] = [
    ...services.map(
      (service) => ({ what: 'events', here: `sqlite:${data}`, there: 'kurrentdb:', service }) as const,
    ),
    ...services.map(
      (service) => ({ what: 'keys', here: `sqlite:${data}`, there: 'mongodb:', service }) as const,
    ),
    { what: 'attachments', here: `folder:${data}`, there: 's3:', keys: 'mongodb:', service: 'intake' },
  ];

  it('had something to lose', () => {
    expect(before.views.filter(({ status }) => status !== 200)).toEqual([]);
    const told = JSON.stringify(before.views);
    expect(told.match(/%PDF/g)).toHaveLength(4);
    for (const person of ['示例专家', '示例主任']) expect(told).toContain(person);
    expect(before.heads.events['intake']).toBeGreaterThan(20);
  });

  it('shows everybody the same afterwards, does nothing twice, and goes on', async () => {
    for (const { what, here, there, service, keys } of orders) {
      const args = [what, '--from', here, '--to', there, '--service', service];
      const outcome = await migrate(environment, ...args, ...(keys === undefined ? [] : ['--keys', keys]));
      expect({ args, ...outcome }).toMatchObject({ code: 0 });
    }
    for (const service of services) rmSync(join(data, service, 'keys.sqlite'));
    rmSync(join(data, 'intake', 'attachments'), { recursive: true });
    const moved = await WholePlatform.start(data, environment);
    try {
      expect(await seen(moved)).toEqual(before);
      await play(moved, `${run}-next`);
      before = await seen(moved);
    } finally {
      await moved.stop();
    }
  });

  it('comes back the same way, with what was done on the servers', async () => {
    const { signal } = new AbortController();
    const watch = { signal, onProgress: () => undefined };
    for (const { what, here, there, ...order } of orders) {
      const back = { ...order, ...watch, from: there, to: here };
      await move(what, { ...back, verify: false }, environment);
      const { lines } = await move(what, { ...back, verify: true }, environment);
      expect(lines[0]).toMatch(/: 0 (events |files )?copied/);
    }
    const back = await WholePlatform.start(data);
    try {
      expect(await seen(back)).toEqual(before);
    } finally {
      await back.stop();
    }
  });

  it('tells an operator what is wrong, by an exit code too', async () => {
    const order = ['--from', `sqlite:${data}`, '--service', 'intake', '--to'];
    const files = ['attachments', '--from', `folder:${secrets}`, '--to', `folder:${data}`];
    const outcomes = await Promise.all([
      migrate({}, 'keys', ...order, 'kurrentdb:'),
      migrate({}, 'keys', ...order, 'mongodb:'),
      migrate({}, 'keys', ...order, 'mongodb://127.0.0.1:9/'),
      migrate({}, ...files, '--service', 'intake'),
    ]);
    expect(outcomes).toEqual([
      { code: 2, said: 'migrate: Name the keys as sqlite:FOLDER, mongodb: or mongodb://ADDRESS.\n' },
      { code: 2, said: expect.stringContaining('IIC_MONGODB_URL or IIC_MONGODB_URL_FILE') },
      { code: 1, said: expect.stringContaining('Check IIC_MONGODB_URL') },
      { code: 2, said: expect.stringContaining('name the data folder it was started with') },
    ]);
  });
});
