/** A revised plan and the last approval of the plan before it cross between intake and evaluation (decision 0153). */
import type { Answer } from '../platform/client.ts';
import { WholePlatform } from '../platform/whole-platform.ts';
import { done, ifMatch, playUntil, type StoppedCase } from './cases.ts';

let platform: WholePlatform;
beforeAll(async () => {
  platform = await WholePlatform.start();
});
afterAll(() => platform.close());

interface Race {
  readonly stopped: StoppedCase;
  /** Approves the version before the revision, as the decider read it. */
  readonly approve: () => Promise<Answer>;
  /** Hands in the revised version. */
  readonly submit: () => Promise<Answer>;
}

/** A case with one of two approvals, whose lead unit has the revised plan ready. */
async function ready(run: string): Promise<Race> {
  const { client } = platform;
  const stopped = await playUntil(platform, run, 'approves 批准');
  const { id, path, cast } = stopped;
  const decisionPath = `/evaluation/decisions/${id}-formation`;
  const { subjectHash } = (await done(client.get(decisionPath, { as: cast.handler }))).body;
  const points = [{ subject: 'construction', text: '请补充中试线安全措施（示例）。' }];
  await done(client.post(`${path}/revision-request`, { as: cast.handler, body: { points } }));
  const headers = await ifMatch(platform, path, cast.lead);
  await done(client.call('PATCH', path, { as: cast.lead, headers, body: { field: 'new-energy' } }));
  const { manifestHash } = (await done(client.get(`${path}/manifest`, { as: cast.lead }))).body;
  return {
    stopped,
    approve: () =>
      client.post(`${decisionPath}/approvals`, {
        as: cast.deciders[1],
        body: { preparation: 1, subjectHash },
      }),
    submit: () =>
      client.post(`${path}/submission`, { as: cast.lead, body: { manifestHash, truthful: true } }),
  };
}

/** What the parties see in the end: either one version was decided, or the other waits for its own decision. */
async function expectOneTruth({ id, path, cast }: StoppedCase, submitted: Answer): Promise<void> {
  const { client } = platform;
  await platform.settled();
  const { body: application } = await done(client.get(path, { as: cast.handler }));
  const { items } = (await done(client.get(`/evaluation/decisions?caseId=${id}`, { as: cast.handler }))).body;
  const inForce = items.filter(({ status }: { status: string }) => status !== 'void');
  const project = await client.get(`/construction/projects/${id}`, { as: cast.handler });
  expect(inForce).toHaveLength(1);
  if (application.status === 'approved') {
    expect([submitted.status, submitted.body.code]).toEqual([409, 'wrong-state']);
    expect(project.status).toBe(200);
    return;
  }
  expect(submitted.status).toBe(200);
  expect(application.status).toBe('awaiting-decision');
  expect(project.status).toBe(404);
  expect(inForce[0]).toMatchObject({ status: 'open' });
}

describe('a revision that meets the last approval', () => {
  it('handed in at the same instant, leaves one version decided or waiting', async () => {
    const race = await ready('race-both');
    const [submitted] = await Promise.all([race.submit(), race.approve()]);
    await expectOneTruth(race.stopped, submitted);
  });

  it('handed in just before, takes the approval’s ground away', async () => {
    const race = await ready('race-revision');
    const submitted = await race.submit();
    await race.approve();
    await expectOneTruth(race.stopped, submitted);
  });

  it('handed in just after, comes too late or makes the decision void', async () => {
    const race = await ready('race-approval');
    await done(race.approve());
    await expectOneTruth(race.stopped, await race.submit());
  });
});
