/** Cases at the steps at which something is going to be refused. */
import type { DevelopmentIdentity, Role } from '@iic/access';
import { runLifecycle } from '@iic/local';
import type { Answer, Asking } from '../platform/client.ts';
import type { WholePlatform } from '../platform/whole-platform.ts';

/** Those who act in the case of a run. */
export function castOf(run: string) {
  const person = (role: Role, organisation: string, name: string, jurisdiction = '220000') =>
    ({ role, organisation: `org-${organisation}-${run}`, person: `${name}-${run}`, jurisdiction }) as const;
  return {
    lead: person('lead-unit', 'lead', 'p-lead', '220100'),
    member: person('member-unit', 'university', 'p-university', '220100'),
    unit: person('competent-unit', 'unit', 'p-unit', '220100'),
    handler: person('pdrc-handler', 'pdrc', 'p-handler'),
    deciders: [person('pdrc-decider', 'pdrc', 'p-decider-1'), person('pdrc-decider', 'pdrc', 'p-decider-2')],
    /** The handler, also appointed decider. */
    handlerAsDecider: person('pdrc-decider', 'pdrc', 'p-handler'),
  } as const;
}

/** A case that stopped on its way. */
export interface StoppedCase {
  readonly id: string;
  readonly path: string;
  readonly cast: ReturnType<typeof castOf>;
}

class Stop extends Error {}

/** Plays a lifecycle until a step whose line holds this text has been told. */
export async function playUntil(platform: WholePlatform, run: string, told: string): Promise<StoppedCase> {
  const { client, url } = platform;
  const played = runLifecycle({
    url,
    run,
    tokens: (identity: DevelopmentIdentity) => client.tokenOf(identity),
    print(line) {
      if (line.includes(told)) throw new Stop();
    },
  });
  await played.catch((error: unknown) => {
    if (!(error instanceof Stop)) throw error;
  });
  await platform.settled();
  const cast = castOf(run);
  const { body } = await client.get('/intake/applications', { as: cast.lead });
  const { caseId: id } = body.items[0];
  return { id, path: `/intake/applications/${id}`, cast };
}

/** The header that names the revision a caller sees. */
export async function ifMatch(
  platform: WholePlatform,
  path: string,
  as: DevelopmentIdentity,
): Promise<Record<string, string>> {
  return { 'if-match': (await platform.client.get(path, { as })).headers.get('etag') ?? '' };
}

/** A command that must succeed. */
export async function done(answer: Promise<Answer>): Promise<Answer> {
  const { status, text } = await answer;
  if (status >= 300) throw new Error(`${status} ${text}`);
  return answer;
}

/**
 * A request that must be refused with this problem: as problem+json, in Chinese and in English, and without
 * anything being recorded.
 */
export async function refused(
  platform: WholePlatform,
  [method, path, asking]: readonly [method: string, path: string, asking: Asking],
  status: number,
  code: string,
): Promise<void> {
  const before = await platform.heads();
  for (const [language, script] of [
    ['zh-CN', /\p{Script=Han}/u],
    ['en', /^\P{Script=Han}*[A-Za-z]/u],
  ] as const) {
    const headers = { ...asking.headers, 'accept-language': language };
    const answer = await platform.client.call(method, path, { ...asking, headers });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status, type: `urn:iic:problem:${code}` });
    expect(answer.body.title).toMatch(script);
    expect(answer.body.detail).toMatch(script);
  }
  await platform.settled();
  expect((await platform.heads()).events).toEqual(before.events);
}
