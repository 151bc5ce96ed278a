/** A decision overtaken by a revision, as evaluation's messages tell of it, each of them twice. */
import { Applications } from '../aggregates.ts';
import { auditor, handler, IntakeClient, lead } from '../testing/intake-client.ts';
import { ReviewHandlers } from './review.handlers.ts';

let client: IntakeClient;
beforeAll(async () => {
  client = await IntakeClient.start();
});
afterAll(() => client.close());

type Told = 'reviewOpened' | 'reviewConcluded' | 'decisionTaken' | 'decisionVoided';

/** Delivers what is told of a case, twice. */
async function deliver(told: Told, caseId: string, data: object): Promise<void> {
  const { runtime } = client.platform;
  const handlers = new ReviewHandlers(runtime.commands, runtime, new Applications(runtime.host.packs));
  const at = runtime.host.clock.now();
  const message = {
    ...{ id: `m-${told}-${JSON.stringify(data)}`, source: 'evaluation', type: told, version: 1, seq: 1 },
    ...{ key: caseId, stream: 's', revision: 0, recordedAt: at, effectiveAt: at, causation: null },
    data: { caseId, kind: 'formation', reviewId: `${caseId}-formation-1`, ...data },
  } as never;
  await handlers[told](message);
  await handlers[told](message);
}

const show = async (id: string) => (await client.ok('GET', `/applications/${id}`, auditor)).body;

async function proposals(caseId: string): Promise<readonly unknown[]> {
  const { handler: commands } = client.platform.runtime;
  const { state } = await commands.load(new Applications(client.platform.runtime.host.packs), caseId);
  return state.status === 'none' ? [] : state.decisions;
}

it('a decision that becomes void is asked for again, once, and only the new one counts', async () => {
  const id = await client.filed('复审材料');
  await client.ok('POST', `/applications/${id}/formality-check`, handler, { outcome: 'accepted' });
  const first = await client.manifestHash(id);
  await deliver('reviewOpened', id, { subjectHash: first });
  const conclusion = { recommendation: 'favourable', opinionHash: '0'.repeat(64) };
  await deliver('reviewConcluded', id, { subjectHash: first, ...conclusion });

  const points = [{ subject: 'summary', text: '请调整建设周期' }];
  await client.ok('POST', `/applications/${id}/revision-request`, handler, { points });
  const milestones = [{ id: 'm1', title: '建成', weight: 100, dueMonth: 20 }];
  await client.edit(id, 'PATCH', '', { construction: { months: 20, milestones } });
  const second = await client.manifestHash(id);
  const signed = { manifestHash: second, truthful: true };
  await client.ok('POST', `/applications/${id}/submission`, lead, signed);

  const taken = { outcome: 'approved', subjectVersion: 1, subjectHash: first };
  await deliver('decisionTaken', id, { ...taken, decisionId: `${id}-formation` });
  const voided = { subjectHash: second, reason: 'subject-changed' };
  await deliver('decisionVoided', id, { ...voided, decisionId: `${id}-formation` });
  await deliver('decisionTaken', id, { ...taken, outcome: 'declined', decisionId: `${id}-formation` });
  expect((await show(id)).status).toBe('awaiting-decision');
  expect(await proposals(id)).toEqual([`${id}-formation`, `${id}-formation-2`]);

  const again = { outcome: 'approved', subjectVersion: 2, subjectHash: second };
  await deliver('decisionTaken', id, { ...again, decisionId: `${id}-formation-2` });
  expect(await show(id)).toMatchObject({ status: 'approved', decisionId: `${id}-formation-2` });
  await deliver('decisionVoided', id, { ...voided, decisionId: `${id}-acceptance-1` });
});
