/** A lead unit may give up its case at any time before it is decided; the review under way ends with it. */
import { WholePlatform } from '../platform/whole-platform.ts';
import { done, playUntil } from './cases.ts';

let platform: WholePlatform;
beforeAll(async () => {
  platform = await WholePlatform.start();
});
afterAll(() => platform.close());

it.each([
  ['before a panel exists', 'accepts the application'],
  ['while the panel judges', 'members accept'],
])('is carried through %s, and nothing is parked', async (when, told) => {
  const { client } = platform;
  const { id, path, cast } = await playUntil(platform, `withdrawn-${told.length}`, told);
  await done(client.post(`${path}/withdrawal`, { as: cast.lead, body: { reason: '合作方退出' } }));
  await platform.settled();
  expect((await client.get(path, { as: cast.lead })).body).toMatchObject({ status: 'withdrawn' });
  const review = await client.get(`/evaluation/reviews/${id}-formation-1`, { as: cast.handler });
  expect([when, review.body.status]).toEqual([when, 'withdrawn']);
  for (const { runtime } of platform.services) expect(await runtime.parked.list()).toEqual([]);
});
