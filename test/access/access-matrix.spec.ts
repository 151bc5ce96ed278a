/** Every route of the route tables × every role × own and other unit. */
import { type DevelopmentIdentity, type Role, roles } from '@iic/access';
import { runLifecycle } from '@iic/local';
import type { Route, RunningService } from '@iic/service-kit';
import type { Answer } from '../platform/client.ts';
import { WholePlatform } from '../platform/whole-platform.ts';
import { idsOf } from './cases.ts';
import { namesOne, Requests } from './requests.ts';

const platform = await WholePlatform.start();
const requests = await Requests.open(platform.client);
const table = platform.services.flatMap((service) =>
  service.routes.map((route) => ({ name: `${route.method} ${route.path}`, route, service })),
);
const guarded = table.filter(({ route }) => route.requirement.access === 'ability');
const missing = 'no-such-thing';

/** Those who acted in the case, first of each role first. */
const cast: DevelopmentIdentity[] = [];
/** Who might have business in another province, with other cases. */
const other = (role: Role): DevelopmentIdentity => ({
  role,
  organisation: 'org-other',
  person: `p-other-${role}`,
  jurisdiction: '330000',
});

beforeAll(async () => {
  const tokens = (identity: DevelopmentIdentity) => {
    cast.push(identity);
    return platform.client.tokenOf(identity);
  };
  await runLifecycle({ url: platform.url, tokens, print: () => undefined, run: 'matrix' });
  // A unit that is in the register like any other, so that nothing else bars it from a case but that it is another's.
  const entry = { name: '另一单位（示例）', uscc: '91330100MA0Y0XM153', kind: 'enterprise', area: '330100' };
  const registered = await platform.client.post('/intake/organisations', {
    as: other('lead-unit'),
    body: entry,
  });
  expect(registered).toMatchObject({ status: 201, body: { id: 'org-other' } });
  const { reviewId } = await firstRecorded('ReviewConcluded');
  const ranked = await platform.client.post('/evaluation/merit-rounds/round-matrix/rankings', {
    as: cast.find(({ role }) => role === 'pdrc-handler'),
    body: { kind: 'formation', reasons: '择优（示例）', entries: [{ reviewId, rank: 1 }] },
  });
  expect(ranked).toMatchObject({ status: 201 });
  const { attachment } = await firstRecorded('AttachmentAdded');
  const { chapter } = await firstRecorded('ChapterWritten');
  requests.parameters = { ...requests.parameters, hash: attachment.hash, key: chapter.key };
  await platform.settled();
});

afterAll(() => platform.close());

function abilityOf({ requirement }: Route): { readonly action: string; readonly subject: string } {
  if (requirement.access === 'public') throw new TypeError('A public route needs no ability.');
  return requirement;
}

function ruleOf({ runtime }: RunningService, route: Route, role: Role) {
  const { action, subject } = abilityOf(route);
  return runtime.definition.access[role]?.find(
    (rule) => rule.subject === subject && rule.actions.includes(action),
  );
}

/** Everything but what names the very request. */
function tellTale({ status, body, headers }: Answer): string {
  const told = typeof body === 'object' && body !== null ? { ...body, instance: '' } : body;
  return JSON.stringify([status, headers.get('content-type'), headers.get('etag'), told]);
}

const brief = ({ text }: Answer) => text.slice(0, 900);
const codeOf = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`.trim();

describe('without a token', () => {
  it.each(table)('$name', async ({ route }) => {
    const { status, body } = await requests.send(route, missing, undefined);
    if (route.requirement.access === 'public') expect(status).not.toBe(401);
    else expect({ status, code: body.code }).toEqual({ status: 401, code: 'unauthenticated' });
    expect(status).toBeLessThan(500);
  });
});

describe('a role without the ability is told so, whoever’s case it is', () => {
  it.each(guarded)('$name', async ({ route, service }) => {
    const [real = missing] = await idsOf(platform, abilityOf(route).subject);
    const before = await platform.heads();
    const wrong: string[] = [];
    let denied = 0;
    for (const role of roles.filter((role) => ruleOf(service, route, role) === undefined)) {
      const own = cast.find((identity) => identity.role === role);
      for (const as of [other(role), ...(own === undefined ? [] : [own])]) {
        const answer = await requests.send(route, real, as, 'empty');
        denied += 1;
        if (codeOf(answer) !== '403 access-denied') wrong.push(`${role}: ${codeOf(answer)}`);
      }
    }
    expect(wrong).toEqual([]);
    const after = await platform.heads();
    expect(after.events).toEqual(before.events);
    expect(securityRecords(service, after) - securityRecords(service, before)).toBe(denied);
  });
});

describe('a role with the ability cannot tell another’s case from none', () => {
  const scoped = guarded.filter(({ route, service }) =>
    roles.some((role) => ruleOf(service, route, role)?.where !== undefined),
  );

  it.each(scoped.filter(({ route }) => namesOne(route)))('$name', async ({ route, service }) => {
    const ids = await idsOf(platform, abilityOf(route).subject);
    expect(ids).not.toEqual([]);
    const before = await platform.heads();
    const wrong: string[] = [];
    for (const role of roles.filter((role) => ruleOf(service, route, role)?.where !== undefined)) {
      for (const content of ['sample', 'empty'] as const) {
        wrong.push(...(await compare({ route, service }, role, ids[0] ?? missing, content)));
      }
    }
    expect(wrong).toEqual([]);
    expect((await platform.heads()).events).toEqual(before.events);
  });

  it.each(scoped.filter(({ route }) => !namesOne(route) && route.method === 'GET'))(
    '$name is empty',
    async ({ route, service }) => {
      for (const role of roles.filter((role) => ruleOf(service, route, role)?.where !== undefined)) {
        const { status, body } = await requests.send(route, missing, other(role));
        expect({ role, status, items: body.items }).toEqual({ role, status: 200, items: [] });
        expect(Object.values(body.counts ?? {})).toEqual([]);
      }
    },
  );

  async function compare(
    { route, service }: { readonly route: Route; readonly service: RunningService },
    role: Role,
    id: string,
    content: 'sample' | 'empty',
  ): Promise<readonly string[]> {
    const seq = await service.runtime.security.store.head();
    const foreign = await requests.send(route, id, other(role), content);
    const none = await requests.send(route, missing, other(role), content);
    const wrong: string[] = [];
    // The path is the caller's own and may be told back.
    if (tellTale(foreign) !== tellTale(none).replaceAll(missing, id)) {
      wrong.push(`${role}: foreign ${brief(foreign)}, missing ${brief(none)}`);
    }
    if (content === 'empty' && foreign.status === 400) return wrong;
    if (codeOf(foreign) !== '404 not-found') wrong.push(`${role}, ${content}: ${brief(foreign)}`);
    const noted = await denialsSince(service, seq, other(role).person);
    const paths = [requests.pathTo(route, id), requests.pathTo(route, missing)];
    if (noted.join() !== paths.join()) wrong.push(`${role}: the security log has ${noted.join()}`);
    return wrong;
  }
});

/** Experts read a case or a project as long as they review it; the reviews of the cast are concluded. */
function readsWhileReviewing(role: Role, subject: string): boolean {
  return ['expert', 'panel-administrator'].includes(role) && ['Application', 'Project'].includes(subject);
}

describe('those whose case it is', () => {
  const reads = guarded.filter(({ route }) => route.method === 'GET' && namesOne(route));

  it.each(reads.filter(({ route }) => abilityOf(route).action === 'read'))(
    '$name shows it to one of each role that acted in it',
    async ({ route, service }) => {
      const ids = await idsOf(platform, abilityOf(route).subject);
      for (const role of roles.filter((role) => ruleOf(service, route, role) !== undefined)) {
        const own = cast.filter((identity) => identity.role === role);
        if (own.length === 0 || ids.length === 0) continue;
        const statuses = await Promise.all(
          own.flatMap((as) => ids.map(async (id) => (await requests.send(route, id, as)).status)),
        );
        const seen = !readsWhileReviewing(role, abilityOf(route).subject);
        expect({ role, seen: statuses.includes(200) }).toEqual({ role, seen });
        expect(statuses.filter((status) => ![200, 404].includes(status))).toEqual([]);
      }
    },
  );

  it.each(guarded)('$name is not denied to a role that may', async ({ route, service }) => {
    const ids = await idsOf(platform, abilityOf(route).subject);
    for (const as of cast.filter(({ role }) => ruleOf(service, route, role) !== undefined)) {
      const answer = await requests.send(route, ids[0] ?? missing, as, 'empty');
      expect([codeOf(answer), answer.status]).not.toEqual(['403 access-denied', 403]);
      expect(answer.status).not.toBe(401);
      expect(answer.status).toBeLessThan(500);
    }
  });
});

type Heads = Awaited<ReturnType<WholePlatform['heads']>>;
const securityRecords = ({ runtime }: RunningService, { security }: Heads) => security[runtime.name] ?? 0;

// biome-ignore lint/suspicious/noExplicitAny: tests look into events freely
async function firstRecorded(type: string): Promise<any> {
  const logs = await Promise.all(platform.services.map(({ runtime }) => runtime.store.readAll(0, 10_000)));
  return logs.flat().find(({ envelope }) => envelope.type === type)?.envelope.data;
}

/** Paths at which a person was denied since, in order, as the service's security log has them. */
async function denialsSince({ runtime }: RunningService, seq: number, person: string) {
  const records = await runtime.security.store.readAll(seq, 1_000);
  return records
    .filter(({ envelope }) => envelope.type === 'AccessDenied' && envelope.actor.subject === person)
    .map(({ envelope }) => String(envelope.data['path']));
}
