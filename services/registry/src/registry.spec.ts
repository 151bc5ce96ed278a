/** The service over HTTP, with construction's events recorded by a stand-in. */
import { constructionEvents } from '@iic/contracts';
import { addDays, dayOf } from '@iic/policy';
import { standIn, TestPlatform } from '@iic/testing';
import { registry } from './index.ts';
import { designation, hash } from './testing/center-fixtures.ts';

const today = dayOf(new Date().toISOString());
const day = (shift: number) => addDays(today, shift);
const year = day(-30).slice(0, 4);

const handler = { role: 'pdrc-handler', organisation: 'org-pdrc', person: 'p-handler' } as const;
const lead = { role: 'lead-unit', organisation: 'org-lead', person: 'p-lead' } as const;
const stranger = { role: 'lead-unit', organisation: 'org-stranger', person: 'p-stranger' } as const;

const alpha = '吉林省甲材料产业创新中心';
const beta = '吉林省乙生物产业创新中心';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start([standIn('construction', constructionEvents), registry]);
});

afterAll(() => platform.close());

async function pass(caseId: string, proposedName: string, change: object = {}): Promise<void> {
  const { nameZh: _, nameEn, entity, ...passed } = designation;
  await platform.record('construction', 'registry', caseId, {
    type: 'AcceptancePassed',
    data: {
      ...passed,
      caseId,
      proposedName,
      englishName: nameEn,
      entity: { ...entity, registeredOn: day(-60), evidenceHash: hash('2') },
      round: 1,
      decisionId: `${caseId}-acceptance-1`,
      effectiveDate: day(-30),
      ...change,
    },
  });
  await platform.settled('registry');
}

const register = (query = '') => platform.get(`/registry/centers${query}`);
const names = ({ body }: { readonly body: { readonly items: readonly { readonly nameZh: string }[] } }) =>
  body.items.map(({ nameZh }) => nameZh);

describe('the register', () => {
  beforeAll(async () => {
    await pass('case-1', alpha);
    await pass('case-2', beta, { field: 'biotechnology', area: '220200', effectiveDate: day(-20) });
  });

  it('shows designated centers to everybody, with gap-free plaque numbers of the year', async () => {
    const { body } = await register();
    expect(body.items).toMatchObject([
      { id: 'case-1', nameZh: alpha, status: 'designated', plaque: { number: `吉产创牌〔${year}〕1号` } },
      { id: 'case-2', nameZh: beta, plaque: { awardedOn: null } },
    ]);
    expect(JSON.stringify(body)).not.toContain('person-director');
    expect(await register('/case-2')).toMatchObject({ status: 200, body: { nameZh: beta } });
    expect(await register('/case-9')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('finds by part of a name, area, field and status, and pages', async () => {
    expect(names(await register(`?search=${encodeURIComponent('乙生物')}`))).toEqual([beta]);
    expect(names(await register('?area=220100'))).toEqual([alpha]);
    expect(names(await register('?area=220000'))).toEqual([alpha, beta]);
    expect(names(await register('?field=biotechnology&status=designated'))).toEqual([beta]);
    const first = await register('?limit=1');
    expect(names(first)).toEqual([alpha]);
    expect(names(await register(`?limit=1&cursor=${first.body.nextCursor}`))).toEqual([beta]);
  });

  it('refuses what it does not understand', async () => {
    for (const query of ['?status=good', '?surprise=1', '?asOf=yesterday', '?limit=0']) {
      expect(await register(query)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    }
    expect(await register('?cursor=nonsense')).toMatchObject({
      status: 400,
      body: { code: 'invalid-cursor' },
    });
  });

  it('answers for a past day, and as it was known on one', async () => {
    expect(names(await register(`?asOf=${day(-25)}`))).toEqual([alpha]);
    expect(names(await register(`?asOf=${day(-31)}`))).toEqual([]);
    expect(names(await register(`?asOfRecorded=${day(-1)}`))).toEqual([]);
    expect((await register(`/case-1?asOf=${day(-31)}`)).status).toBe(404);
  });
});

describe('the plaque', () => {
  it('waits for the handler, who awards it once', async () => {
    const waiting = await platform.get('/registry/entries?waitingFor=me', { as: handler });
    expect(waiting.body).toMatchObject({ items: [{}, {}], counts: { numbered: 2 } });
    const path = '/registry/centers/case-1/plaque-award';
    const body = { awardedOn: day(-3) };
    expect(await platform.post(path, { as: lead, body })).toMatchObject({ status: 403 });
    const made = await platform.post(path, { as: handler, body });
    expect(made).toMatchObject({ status: 200, body: { events: ['PlaqueAwarded'] } });
    expect(await platform.post(path, { as: handler, body })).toMatchObject({
      status: 409,
      body: { code: 'plaque-already-awarded' },
    });
    const shown = await register(`/case-1?waitFor=${made.body.token}`);
    expect(shown.body).toMatchObject({ plaque: { awardedOn: day(-3) } });
    const before = await register(`/case-1?asOf=${day(-4)}`);
    expect(before.body).toMatchObject({ plaque: { awardedOn: null } });
  });

  it('is seen by the lead unit and not by another one', async () => {
    const shown = await platform.get('/registry/entries/case-1', { as: lead });
    expect(shown).toMatchObject({ status: 200, body: { plaque: { status: 'awarded' } } });
    expect((await platform.get('/registry/entries/case-1', { as: stranger })).status).toBe(404);
    expect((await platform.get('/registry/entries', { as: stranger })).body.items).toEqual([]);
    expect((await platform.get('/registry/entries')).status).toBe(401);
  });
});

describe('corrections', () => {
  const path = '/registry/centers/case-2/corrections';
  const correction = { effectiveDate: day(-20), reason: '登记有误', evidenceHash: hash('e') };
  const gamma = '吉林省丙生物产业创新中心';

  it('keep what was known before', async () => {
    const { items } = (await platform.get('/registry/entries', { as: handler })).body;
    const before = items.find(({ id }: { id: string }) => id === 'case-2').changedAt;
    const body = { ...correction, facts: { area: '220300' } };
    const made = await platform.post(path, { as: handler, body });
    expect(made.body.events).toEqual(['CenterCorrected']);
    const now = await register(`/case-2?asOf=${day(-10)}&waitFor=${made.body.token}`);
    expect(now.body).toMatchObject({ area: '220300' });
    const then = await register(`/case-2?asOf=${day(-10)}&asOfRecorded=${before}`);
    expect(then.body).toMatchObject({ area: '220200' });
  });

  it('of a name need one that is free, take it, and free the old one', async () => {
    const taken = { ...correction, facts: { nameZh: alpha } };
    expect(await platform.post(path, { as: handler, body: taken })).toMatchObject({
      status: 409,
      body: { code: 'name-taken' },
    });
    const wrong = { ...correction, facts: { nameZh: '丙中心' } };
    expect(await platform.post(path, { as: handler, body: wrong })).toMatchObject({
      status: 422,
      body: { code: 'name-not-in-pattern' },
    });
    const body = { ...correction, facts: { nameZh: gamma } };
    const asking = { as: handler, body, key: 'correction' };
    const made = await platform.post(path, asking);
    expect(made.body.events).toEqual(['CenterCorrected']);
    expect((await platform.post(path, asking)).body).toEqual(made.body);
    await platform.settled('registry');
    await pass('case-3', beta);
    expect(names(await register())).toEqual([alpha, gamma, beta]);
  });

  it('decide by who holds the name now, however often one and the same command comes', async () => {
    const delta = '吉林省丁生物产业创新中心';
    const facts = { nameZh: delta };
    const stale = { as: handler, body: { ...correction, facts }, headers: { 'if-match': '"0"' } };
    expect((await platform.post(path, stale)).status).toBe(412);
    const early = { as: handler, key: 'early', body: { ...correction, effectiveDate: day(-40), facts } };
    for (let time = 0; time < 2; time += 1) {
      expect(await platform.post(path, early)).toMatchObject({
        status: 422,
        body: { code: 'date-before-designation' },
      });
    }
    await pass('case-5', delta);
    expect(await platform.parked('registry')).toEqual([]);
    expect((await platform.post(path, early)).status).toBe(422);
    const body = { ...correction, facts };
    expect(await platform.post(path, { as: handler, body })).toMatchObject({ body: { code: 'name-taken' } });
  });

  it('take no name again when one that is recorded is repeated', async () => {
    const [first, second] = ['吉林省戊生物产业创新中心', '吉林省己生物产业创新中心'];
    const rename = (nameZh: string, key: string) =>
      platform.post(path, { as: handler, key, body: { ...correction, facts: { nameZh } } });
    expect((await rename(first, 'first')).status).toBe(200);
    await platform.settled('registry');
    expect((await rename(second, 'second')).status).toBe(200);
    await platform.settled('registry');
    expect((await rename(first, 'first')).status).toBe(200);
    await pass('case-6', first);
    expect(await platform.parked('registry')).toEqual([]);
    expect((await rename(gamma, 'back')).status).toBe(200);
    await platform.settled('registry');
  });

  it('refuse what changes nothing, what is not given, and another province’s handler', async () => {
    const same = { ...correction, facts: { nameZh: gamma } };
    expect(await platform.post(path, { as: handler, body: same })).toMatchObject({
      status: 422,
      body: { code: 'correction-empty' },
    });
    const nothing = { ...correction, facts: null };
    expect((await platform.post(path, { as: handler, body: nothing })).status).toBe(400);
    const as = { ...handler, jurisdiction: '210000' } as const;
    expect((await platform.post(path, { as, body: same })).status).toBe(404);
  });
});

describe('a name that is taken', () => {
  it('parks the designation with its reason, and nothing is registered', async () => {
    await pass('case-4', alpha);
    expect(await platform.parked('registry')).toEqual(['Designating case-4 was refused: name-taken.']);
    expect((await register('/case-4')).status).toBe(404);
  });
});
