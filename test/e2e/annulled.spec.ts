/** What is done about a decision afterwards reaches the project that rests on it. */
import { WholePlatform } from '../platform/whole-platform.ts';
import { done, playUntil, type StoppedCase } from './cases.ts';

let platform: WholePlatform;
beforeAll(async () => {
  platform = await WholePlatform.start();
});
afterAll(() => platform.close());

/** Proposed by the handler, made by two deciders. */
async function change({ id, cast }: StoppedCase, number: number, act: string): Promise<void> {
  const { client } = platform;
  const path = `/evaluation/decisions/${id}-formation`;
  const body = { act, basis: { kind: 'court', reference: '（2026）吉01行初1号' }, reason: '法院裁判' };
  await done(client.post(`${path}/changes`, { as: cast.handler, body }));
  for (const as of cast.deciders)
    await done(client.post(`${path}/change-approvals`, { as, body: { change: number } }));
  await platform.settled();
}

it('a suspended approval halts the project until it is resumed, an annulled one for good', async () => {
  const { client } = platform;
  const stopped = await playUntil(platform, 'annulled', 'reports progress');
  const { id, cast } = stopped;
  const project = `/construction/projects/${id}`;
  const seen = async () => (await done(client.get(project, { as: cast.lead }))).body;
  const body = { changes: { extensionMonths: 6 }, reason: '设备到货延迟' };
  const adjust = async () => (await client.post(`${project}/adjustments`, { as: cast.lead, body })).body.code;
  expect(await seen()).toMatchObject({ status: 'under-construction', halted: null });

  await change(stopped, 1, 'suspend');
  expect(await seen()).toMatchObject({ halted: { annulled: false }, next: [] });
  expect(await adjust()).toBe('approval-suspended');

  await change(stopped, 2, 'resume');
  expect((await seen()).next.length).toBeGreaterThan(0);

  await change(stopped, 3, 'annul');
  expect(await seen()).toMatchObject({ halted: { annulled: true }, next: [], waitingFor: { role: null } });
  expect(await adjust()).toBe('approval-annulled');
  const print = `/evaluation/decisions/${id}-formation/document.docx`;
  expect(await client.get(print, { as: cast.handler })).toMatchObject({
    status: 409,
    body: { code: 'decision-not-in-force' },
  });
  for (const { runtime } of platform.services) expect(await runtime.parked.list()).toEqual([]);
});
