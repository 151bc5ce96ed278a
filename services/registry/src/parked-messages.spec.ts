/** A message that cannot be handled, from the service that keeps it to the operator who deals with it. */
import { constructionEvents } from '@iic/contracts';
import { addDays, dayOf } from '@iic/policy';
import { standIn, TestPlatform } from '@iic/testing';
import { registry } from './index.ts';
import { designation, hash } from './testing/center-fixtures.ts';

const operator = { role: 'system-admin', organisation: 'org-operations', person: 'p-operator' } as const;
const handler = { role: 'pdrc-handler', organisation: 'org-pdrc', person: 'p-handler' } as const;
const parked = '/registry/operations/parked';
const name = '吉林省甲材料产业创新中心';
const effectiveDate = addDays(dayOf(new Date().toISOString()), -30);

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start([standIn('construction', constructionEvents), registry]);
  for (const caseId of ['case-1', 'case-2', 'case-3']) await accept(caseId);
});
afterAll(() => platform.close());

/** Construction accepts a center of the one name that only one can bear. */
async function accept(caseId: string): Promise<void> {
  const { nameZh: _, nameEn, entity, ...passed } = designation;
  await platform.record('construction', 'registry', caseId, {
    type: 'AcceptancePassed',
    data: {
      ...passed,
      caseId,
      proposedName: name,
      englishName: nameEn,
      entity: { ...entity, registeredOn: addDays(effectiveDate, -30), evidenceHash: hash('2') },
      round: 1,
      decisionId: `${caseId}-acceptance-1`,
      effectiveDate,
    },
  });
  await platform.settled('registry');
}

const list = async () => (await platform.get(parked, { as: operator })).body.items;
const ordinalOf = async (caseId: string) =>
  (await list()).find(({ message }: { message: { key: string } }) => message.key === caseId)?.ordinal;

it('is listed and shown with its reason, without its content, to operators only', async () => {
  expect(await list()).toMatchObject([
    { status: 'parked', reason: 'Designating case-2 was refused: name-taken.', message: { key: 'case-2' } },
    { status: 'parked', message: { source: 'construction', type: 'AcceptancePassed', key: 'case-3' } },
  ]);
  const shown = await platform.get(`${parked}/${await ordinalOf('case-2')}`, { as: operator });
  expect(shown).toMatchObject({ status: 200, body: { message: { key: 'case-2' } } });
  expect(JSON.stringify(shown.body)).not.toContain(name);
  expect((await platform.get(parked, { as: handler })).status).toBe(403);
  expect((await platform.get(parked)).status).toBe(401);
  expect((await platform.get(`${parked}/999999`, { as: operator })).status).toBe(404);
});

it('stays parked when it is replayed before its cause is mended', async () => {
  const ordinal = await ordinalOf('case-2');
  expect(await platform.post(`${parked}/${ordinal}/replay`, { as: operator })).toMatchObject({
    status: 200,
    body: { outcome: 'parked', reason: 'Designating case-2 was refused: name-taken.' },
  });
  expect((await platform.get('/registry/centers/case-2')).status).toBe(404);
});

it('is handled when it is replayed after', async () => {
  const facts = { nameZh: '吉林省乙材料产业创新中心' };
  const body = { effectiveDate, reason: '登记有误', evidenceHash: hash('e'), facts };
  const corrected = await platform.post('/registry/centers/case-1/corrections', { as: handler, body });
  expect(corrected.status).toBe(200);
  await platform.settled('registry');
  const replayed = await platform.post(`${parked}/${await ordinalOf('case-2')}/replay`, { as: operator });
  expect(replayed).toMatchObject({ status: 200, body: { reason: null } });
  await platform.settled('registry');
  expect(await platform.get('/registry/centers/case-2')).toMatchObject({ body: { nameZh: name } });
  expect(await ordinalOf('case-2')).toBeUndefined();
});

it('is given up only with a reason, and once', async () => {
  const path = `${parked}/${await ordinalOf('case-3')}/discard`;
  expect((await platform.post(path, { as: operator, body: {} })).status).toBe(400);
  const body = { reason: 'accepted under a name that another center bears' };
  for (let time = 0; time < 2; time += 1) {
    const discarded = await platform.post(path, { as: operator, body, key: 'give-up' });
    expect(discarded).toMatchObject({ status: 200, body: { discarded: true } });
  }
  expect(await list()).toEqual([]);
  expect((await platform.get('/registry/centers/case-3')).status).toBe(404);
});

it('is the only kind that an act on the record can be about', async () => {
  const before = await platform.securityEvents('registry');
  for (const act of ['replay', 'discard']) {
    const body = act === 'discard' ? { reason: '测试' } : {};
    const answer = await platform.post(`${parked}/999999/${act}`, { as: operator, body });
    expect(answer.status).toBe(404);
  }
  expect(await platform.securityEvents('registry')).toEqual(before);
});
