import { NameReservations } from './name-reservations.ts';
import { IntakeClient } from './testing/intake-client.ts';

const name = '吉林省样例产业创新中心';
const caused = (commandId: string) => ({ commandId, correlation: 'case-a', jurisdiction: '220000' });

describe('a name', () => {
  let client: IntakeClient;
  let names: NameReservations;

  beforeEach(async () => {
    client = await IntakeClient.start();
    const { runtime } = client.platform;
    names = new NameReservations(runtime.commands, runtime);
  });

  afterEach(() => client.close());

  const reserve = (caseId: string, commandId: string) => names.reserve(name, caseId, caused(commandId));

  it('is held by one case, however often it asks', async () => {
    expect(await reserve('case-a', 'r-1')).toBe(true);
    expect(await reserve('case-a', 'r-1')).toBe(true);
    expect(await reserve('case-a', 'r-2')).toBe(true);
    expect(await reserve('case-b', 'r-3')).toBe(false);
  });

  it('that was released and taken by another is not held by who repeats the first request', async () => {
    expect(await reserve('case-a', 'r-1')).toBe(true);
    await names.release(name, 'case-a', 'renamed', caused('l-1'));
    expect(await reserve('case-b', 'r-2')).toBe(true);
    expect(await reserve('case-a', 'r-1')).toBe(false);
  });

  it('that was released is reserved again by a repeat of the first request, as often as it is', async () => {
    for (const release of ['l-1', 'l-2']) {
      expect(await reserve('case-a', 'r-1')).toBe(true);
      expect(await reserve('case-b', `other-${release}`)).toBe(false);
      await names.release(name, 'case-a', 'renamed', caused(release));
    }
    expect(await reserve('case-a', 'r-1')).toBe(true);
    expect(await reserve('case-b', 'other')).toBe(false);
  });
});
