/** Experts read what they judge: from the day they accept until the review ends, and nothing else. */
import type { DevelopmentIdentity, Role } from '@iic/access';
import { WholePlatform } from '../platform/whole-platform.ts';
import { done, playUntil, type StoppedCase } from './cases.ts';

let platform: WholePlatform;
beforeAll(async () => {
  platform = await WholePlatform.start();
});
afterAll(() => platform.close());

interface Member {
  readonly member: { readonly expertId: string; readonly codes: readonly string[] };
  readonly accepted: boolean;
}

const identity = (person: string, role: Role = 'expert'): DevelopmentIdentity => ({
  role,
  organisation: 'org-institute',
  person,
});

async function panelOf(review: string, { cast }: StoppedCase): Promise<readonly Member[]> {
  const { panel } = (await done(platform.client.get(review, { as: cast.handler }))).body;
  return panel;
}

/** What a person gets at each path: the status, and how many cases the list holds. */
async function reads(path: string, list: string, as: DevelopmentIdentity): Promise<readonly number[]> {
  const { client } = platform;
  const listed = (await done(client.get(list, { as }))).body.items.length;
  return [(await client.get(path, { as })).status, listed];
}

describe('members of a formation panel', () => {
  let stopped: StoppedCase;
  let panel: readonly Member[];
  const list = '/intake/applications';

  beforeAll(async () => {
    stopped = await playUntil(platform, 'panel', 'members accept');
    panel = await panelOf(`/evaluation/reviews/${stopped.id}-formation-1`, stopped);
  });

  const someone = (): DevelopmentIdentity => identity(panel[0]?.member.expertId ?? '');

  it('read the case, its plan and its files, but whom to call only the parties know', async () => {
    const { client } = platform;
    expect(panel.every(({ accepted }) => accepted)).toBe(true);
    for (const { member } of panel) {
      expect(await reads(stopped.path, list, identity(member.expertId))).toEqual([200, 1]);
    }
    const as = someone();
    const { attachments } = (await done(client.get(`${stopped.path}/attachments`, { as }))).body;
    expect((await client.get(`${stopped.path}/attachments/${attachments[0].hash}`, { as })).status).toBe(200);
    expect((await client.get(`${stopped.path}/submission.docx`, { as })).status).toBe(200);
    expect((await client.get(`${stopped.path}/contacts`, { as })).status).toBe(403);
  });

  it('are unknown to everybody in the case', async () => {
    const { lead, unit, handler } = stopped.cast;
    for (const as of [lead, unit, handler]) {
      for (const path of [stopped.path, list, `/timeline/${stopped.id}`]) {
        const { text } = await platform.client.get(path, { as });
        const names = panel.filter(({ member }) => text.includes(`"${member.expertId}"`));
        // The PDRC sees in the timeline whom it invited.
        expect(names.length > 0).toBe(as === handler && path.startsWith('/timeline'));
      }
    }
  });

  it('and nobody else', async () => {
    const strangers = ['expert-stranger', ...(await unseated())];
    for (const person of strangers) {
      expect(await reads(stopped.path, list, identity(person))).toEqual([404, 0]);
    }
    const unit = { ...someone(), role: 'competent-unit' } as const;
    expect(await reads(stopped.path, list, unit)).toEqual([404, 0]);
  });

  it('until they leave', async () => {
    const as = someone();
    const path = `/evaluation/reviews/${stopped.id}-formation-1/conflict-declarations`;
    await done(platform.client.post(path, { as, body: { organisation: null } }));
    await platform.settled();
    expect(await reads(stopped.path, list, as)).toEqual([404, 0]);
  });

  it('or the review is broken off', async () => {
    const [, other] = panel;
    const as = identity(other?.member.expertId ?? '');
    expect(await reads(stopped.path, list, as)).toEqual([200, 1]);
    const path = `/evaluation/reviews/${stopped.id}-formation-1/withdrawal`;
    await done(platform.client.post(path, { as: stopped.cast.handler, body: { reason: '重新组织评审' } }));
    await platform.settled();
    expect(await reads(stopped.path, list, as)).toEqual([404, 0]);
    expect(
      (await platform.client.get(`${stopped.path}?asOfRecorded=2026-01-01T00:00:00.000Z`, { as })).status,
    ).toBe(404);
  });

  /** Experts of the pool who were not drawn. */
  async function unseated(): Promise<readonly string[]> {
    const { items } = (await done(platform.client.get('/evaluation/experts', { as: stopped.cast.handler })))
      .body;
    const seated = panel.map(({ member }) => member.expertId);
    return items.map(({ id }: { id: string }) => id).filter((id: string) => !seated.includes(id));
  }
});

it('those who are invited and have not accepted read nothing', async () => {
  const stopped = await playUntil(platform, 'invited', '组成评审组 [Art. 15]');
  const panel = await panelOf(`/evaluation/reviews/${stopped.id}-formation-1`, stopped);
  expect(panel.length).toBeGreaterThan(0);
  for (const { member } of panel) {
    const as = identity(member.expertId);
    expect(await reads(stopped.path, '/intake/applications', as)).toEqual([404, 0]);
  }
});

it('those of an acceptance panel read the project as long as they judge it, and the application no more', async () => {
  const stopped = await playUntil(platform, 'acceptance', '专家阅卷 [Art. 17]');
  const { cast, id, path } = stopped;
  const review = `/evaluation/reviews/${id}-acceptance-1`;
  const project = `/construction/projects/${id}`;
  const list = '/construction/projects';
  const panel = await panelOf(review, stopped);
  for (const { member } of panel) {
    const as = identity(member.expertId);
    expect(await reads(project, list, as)).toEqual([200, 1]);
    expect(await reads(path, '/intake/applications', as)).toEqual([404, 0]);
  }
  for (const as of [cast.lead, cast.member, cast.unit]) {
    const { text } = await done(platform.client.get(project, { as }));
    expect(panel.filter(({ member }) => text.includes(`"${member.expertId}"`))).toEqual([]);
  }
  const body = { reason: '重新组织验收' };
  await done(platform.client.post(`${review}/withdrawal`, { as: cast.handler, body }));
  await platform.settled();
  for (const { member } of panel) {
    expect(await reads(project, list, identity(member.expertId))).toEqual([404, 0]);
  }
});
