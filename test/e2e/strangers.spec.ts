/** Nobody becomes a party of a case, or writes into its timeline, by naming something else after it. */
import { systemClock } from '@iic/event-sourcing';
import { dayOf } from '@iic/policy';
import { usccCheckCharacter } from '@iic/reference-data';
import { WholePlatform } from '../platform/whole-platform.ts';
import { done, playUntil } from './cases.ts';

let platform: WholePlatform;
beforeAll(async () => {
  platform = await WholePlatform.start();
});
afterAll(() => platform.close());

const jurisdiction = '330000';
const abroad = { role: 'pdrc-handler', organisation: 'org-zj', person: 'p-zj', jurisdiction } as const;
const auditor = { role: 'auditor', organisation: 'org-audit', person: 'p-audit' } as const;
const stranger = { role: 'competent-unit', organisation: 'org-zj', person: 'p-zj-2', jurisdiction } as const;

function uscc(serial: number): string {
  const body = `91330100${String(serial).padStart(9, '0')}`;
  return body + usccCheckCharacter(body);
}

it('what is registered under the id of a case stays outside it', async () => {
  const { client } = platform;
  const { id, cast } = await playUntil(platform, 'named-after', 'files the application');
  const timeline = `/timeline/${id}`;
  const entries = async () => (await done(client.get(timeline, { as: auditor }))).body.entries.length;
  const before = await entries();
  expect(before).toBeGreaterThan(0);
  const profile = { name: '某单位', kind: 'other', area: '330100', competentUnit: 'org-zj' };
  const registrations = [
    [
      '/intake/organisations',
      { id: 'org-zj', ...profile, kind: 'development-and-reform-commission', uscc: uscc(1) },
    ],
    ['/intake/organisations', { id, ...profile, uscc: uscc(2) }],
    ['/evaluation/experts', { expertId: id, particulars: {}, person: { name: '某人' } }],
  ] as const;
  for (const [path, body] of registrations) {
    const answer = await client.post(path, { as: abroad, body });
    expect([path, answer.status, answer.text]).toEqual([path, 201, expect.any(String)]);
  }
  await platform.settled();
  expect(await entries()).toBe(before);
  expect((await client.get(timeline, { as: stranger })).status).toBe(404);
  expect((await client.get(timeline, { as: cast.unit })).status).toBe(200);
});

it('an organisation is corrected by the handlers of its own province', async () => {
  const { client } = platform;
  const { cast } = await playUntil(platform, 'elsewhere', 'fills in field');
  const path = `/intake/organisations/${cast.lead.organisation}/corrections`;
  const body = { changes: { name: '改名后的单位' }, reason: '更名', effectiveFrom: dayOf(systemClock.now()) };
  const before = (await platform.heads()).events;
  expect((await client.post(path, { as: abroad, body })).status).toBe(404);
  const taking = { ...body, changes: { uscc: uscc(3) } };
  expect((await client.post(path, { as: abroad, body: taking })).status).toBe(404);
  expect((await platform.heads()).events).toEqual(before);
  expect((await client.post(path, { as: cast.handler, body })).status).toBe(200);
});
