/** What an analyst gets to know of centers in several prefectures, from the public feed alone. */
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DevelopmentIdentity } from '@iic/access';
import { playCenter } from '@iic/local';
import { WholePlatform } from '../platform/whole-platform.ts';
import { publicServices } from './cloud-event.ts';
import { addEvents, loadFeeds, openEventTable } from './event-table.ts';
import { readBatch } from './http-feed.ts';
import { adjustments, answer, leadTimes, spending } from './questions.ts';

const analyst = { role: 'analytics', organisation: 'org-statistics', person: 'p-analyst' } as const;
let platform: WholePlatform;
let token: string;
let database: DuckDBConnection;

beforeAll(async () => {
  platform = await WholePlatform.start();
  token = await platform.client.tokenOf(analyst);
  database = await openEventTable();
  const place = {
    url: platform.url,
    tokens: (identity: DevelopmentIdentity) => platform.client.tokenOf(identity),
  };
  const stories = [
    { run: 'a1', prefecture: '220100', adjustments: [], spent: '900000000' },
    { run: 'b2', prefecture: '220100', adjustments: ['1800000000', '2000000000'], spent: '500000000' },
    { run: 'c3', prefecture: '220200', adjustments: ['1600000000'], spent: '0' },
  ];
  for (const story of stories) await playCenter({ ...place, ...story });
  await platform.settled();
  await loadFeeds(database, platform.url, token);
});

afterAll(async () => {
  database.closeSync();
  await platform.close();
});

it('tells lead times of approval by prefecture', async () => {
  const rows = await answer(database, leadTimes);
  expect(rows).toMatchObject([
    { prefecture: '220100', approvals: 2 },
    { prefecture: '220200', approvals: 1 },
  ]);
  for (const row of rows) {
    expect(Number(row['median_days'])).toBeGreaterThanOrEqual(0);
    expect(Number(row['median_days_from_filing'])).toBeGreaterThanOrEqual(Number(row['median_days']));
  }
});

it('tells adjustments per center', async () => {
  expect(await answer(database, adjustments)).toMatchObject([
    { center: '吉林省智能传感示例a1产业创新中心', adjustments: 0 },
    { center: '吉林省智能传感示例b2产业创新中心', adjustments: 2 },
    { center: '吉林省智能传感示例c3产业创新中心', adjustments: 1 },
  ]);
});

it('tells public spending against the plan in force', async () => {
  expect(await answer(database, spending)).toMatchObject([
    { planned_cny: '15000000.00', spent_cny: '9000000.00', percent: 60 },
    { planned_cny: '20000000.00', spent_cny: '5000000.00', percent: 25 },
    { planned_cny: '16000000.00', spent_cny: '0.00', percent: 0 },
  ]);
});

it('reads each event once, and bears repeats', async () => {
  expect(await loadFeeds(database, platform.url, token)).toBe(0);
  const [{ total: before } = {}] = await answer(database, {
    title: '',
    sql: 'select count(*) total from events',
  });
  for (const service of publicServices) {
    await addEvents(database, (await readBatch({ url: platform.url, token, service }, 0)).events);
  }
  const [{ total: after } = {}] = await answer(database, {
    title: '',
    sql: 'select count(*) total from events',
  });
  expect(after).toBe(before);
});

it('gets nothing personal, commercial or undecided', async () => {
  const rows = await answer(database, { title: '', sql: 'select distinct type from events order by 1' });
  expect(rows.map(({ type }) => type)).toEqual([
    'AdjustmentApproved',
    'ApplicationApproved',
    'ProgressReported',
    'ProjectStarted',
  ]);
  const data = JSON.stringify(await answer(database, { title: '', sql: 'select data from events' }));
  expect(data).not.toMatch(/own-funds|social-capital|investment|milestones|director|phone|p-lead|expert/i);
});

it('runs as a command', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'iic-analytics-')), 'events.duckdb');
  const script = join(import.meta.dirname, 'analytics.ts');
  const args = [script, '--url', platform.url, '--database', file];
  const options = { env: { ...process.env, IIC_TOKEN: token, NODE_OPTIONS: '' } };
  const { stdout } = await promisify(execFile)('node', args, options);
  expect(stdout).toContain('How often was the plan of each center adjusted?');
  expect(stdout).toContain('吉林省智能传感示例b2产业创新中心');
  expect((await promisify(execFile)('node', args, options)).stdout).toContain('0 new events.');
});
