import { constructionEvents } from '@iic/contracts';
import { registry } from '@iic/registry';
import { standIn, TestPlatform } from '@iic/testing';
import { ParkedClient } from './parked-client.ts';

const operator = { role: 'system-admin', organisation: 'platform', person: 'operator' } as const;

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start([standIn('construction', constructionEvents), registry]);
  // A message that breaks its contract can be handled by no release.
  await platform.record('construction', 'registry', 'case-1', {
    type: 'AcceptancePassed',
    data: { caseId: 'case-1' },
  });
});
afterAll(() => platform.close());

async function client(): Promise<ParkedClient> {
  return new ParkedClient(platform.url, await platform.token(operator));
}

it('lists, shows, replays and gives up a parked message', async () => {
  const parked = await client();
  const [first] = await parked.list('registry', 'parked');
  expect(first).toMatchObject({ message: { type: 'AcceptancePassed', key: 'case-1' } });
  const ordinal = String(first?.ordinal);
  expect(await parked.show('registry', ordinal)).toEqual(first);
  expect(await parked.replay('registry', ordinal, 'key-1-of-a-test-of-parked')).toMatchObject({
    outcome: 'parked',
  });
  await parked.discard('registry', ordinal, 'written by a test', 'key-2-of-a-test-of-parked');
  expect(await parked.list('registry', 'parked')).toEqual([]);
});

it('tells what the platform refuses in its own words', async () => {
  await expect((await client()).show('registry', '999999')).rejects.toThrow(/404 not-found/);
  await expect(new ParkedClient(platform.url, 'no token').list('registry', 'parked')).rejects.toThrow(/401/);
});

it('says where nothing answers', async () => {
  const nowhere = new ParkedClient('http://127.0.0.1:9', 'no token');
  await expect(nowhere.list('registry', 'parked')).rejects.toThrow(
    'Nothing answers at http://127.0.0.1:9. Start the platform, or name it with --url.',
  );
});
