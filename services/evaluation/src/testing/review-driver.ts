/** Plays a review over HTTP with the Jilin pack: what the PDRC, the seed holders and the panel do. */
import { createHash } from 'node:crypto';
import type { DevelopmentIdentity } from '@iic/access';
import { constructionEvents, intakeEvents } from '@iic/contracts';
import { systemClock } from '@iic/event-sourcing';
import { dayOf, jilin2020, policyIdentity } from '@iic/policy';
import { standIn, TestPlatform } from '@iic/testing';
import { evaluation } from '../index.ts';

export const handler = { role: 'pdrc-handler', organisation: 'org-pdrc', person: 'p-handler' } as const;
export const decider = { role: 'pdrc-decider', organisation: 'org-pdrc', person: 'p-decider' } as const;
export const otherDecider = { ...decider, person: 'p-decider-2' } as const;
export const lead = { role: 'lead-unit', organisation: 'org-lead', person: 'p-lead' } as const;
export const unit = { role: 'competent-unit', organisation: 'org-drc', person: 'p-unit' } as const;
export const auditor = { role: 'auditor', organisation: 'office', person: 'p-auditor' } as const;

/** Policy every case of these tests is pinned to. */
export const policy = policyIdentity(jilin2020);

/** Hex SHA-256, as anyone outside would compute it. */
export function hash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** An expert's token. */
export function expert(person: string): DevelopmentIdentity {
  return { role: 'expert', organisation: 'org-elsewhere', person };
}

/** The service beside stand-ins for intake and construction. */
export function startEvaluation(): Promise<TestPlatform> {
  const others = [standIn('intake', intakeEvents), standIn('construction', constructionEvents)];
  return TestPlatform.start([...others, evaluation]);
}

/** Registers an expert about whom everything is known, and nothing speaks against it by default. */
export async function register(platform: TestPlatform, expertId: string, change: object = {}): Promise<void> {
  const particulars = {
    employer: 'org-elsewhere',
    ties: [],
    stated: ['employer', 'employer-parent', 'ties'],
    fields: ['new-materials'],
    qualifications: ['external', 'technical'],
    ...change,
  };
  const body = { expertId, particulars, person: { name: `姓名${expertId}`, telephone: '0431-0000' } };
  const { status } = await platform.post('/evaluation/experts', { as: handler, body });
  if (status !== 201) throw new Error(`Expert ${expertId} was not registered: ${status}.`);
}

/** Intake accepts a case; its formation review begins. */
export async function acceptCase(platform: TestPlatform, caseId: string): Promise<string> {
  await platform.record('intake', 'evaluation', caseId, {
    type: 'ApplicationAccepted',
    data: {
      caseId,
      version: 1,
      manifestHash: hash(`${caseId} version 1`),
      leadUnit: 'org-lead',
      competentUnit: 'org-drc',
      province: '220000',
      members: ['org-member'],
      field: 'new-materials',
      proposedName: '吉林省样例材料产业创新中心',
      englishName: 'JiLin Province Industrial Innovation Center of Sample Materials',
      policyId: policy.id,
      policyHash: policy.hash,
      investmentTotalFen: '1000000000',
      duplicates: [],
    },
  });
  await platform.settled('evaluation');
  return `${caseId}-formation-1`;
}

/** One act of a review; throws what was answered instead of a success. */
export async function act(
  platform: TestPlatform,
  reviewId: string,
  path: string,
  as: DevelopmentIdentity,
  body: object = {},
): Promise<readonly string[]> {
  const answer = await platform.post(`/evaluation/reviews/${reviewId}/${path}`, { as, body });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.events;
}

const holders = [handler, decider];
const seed = (person: string) => hash(`seed of ${person}`);

/** Both holders commit to their seeds in an attempt of the draw. */
export async function commitSeeds(platform: TestPlatform, reviewId: string, attempt: number): Promise<void> {
  for (const holder of holders) {
    const lines = ['iic-draw-seed/1', reviewId, String(attempt), holder.person, seed(holder.person)];
    await act(platform, reviewId, 'seed-commitments', holder, { commitment: hash(lines.join('\n')) });
  }
}

/** Seeds, pool, order and panel. */
export async function drawPanel(platform: TestPlatform, reviewId: string): Promise<readonly string[]> {
  await commitSeeds(platform, reviewId, 1);
  await act(platform, reviewId, 'pool', handler);
  for (const holder of holders) await act(platform, reviewId, 'seeds', holder, { seed: seed(holder.person) });
  await act(platform, reviewId, 'panel', handler);
  return members(platform, reviewId);
}

/** Who sits on the panel now, as the PDRC sees it. */
export async function members(platform: TestPlatform, reviewId: string): Promise<readonly string[]> {
  const { body } = await platform.get(`/evaluation/reviews/${reviewId}`, { as: handler });
  return body.panel.map((seat: { member: { expertId: string } }) => seat.member.expertId);
}

/** From the composed panel to the conclusion. */
export async function conclude(platform: TestPlatform, reviewId: string): Promise<string> {
  const opinionHash = hash(`opinion of ${reviewId}`);
  const panel = await members(platform, reviewId);
  for (const one of panel)
    await act(platform, reviewId, 'invitation-acceptance', expert(one), { noConflict: true });
  await act(platform, reviewId, 'site-visits', handler, {
    visitedOn: dayOf(systemClock.now()),
    place: '长春市',
    participants: panel,
    reportHash: hash('report'),
  });
  const criteria = jilin2020.reviewKinds[0]?.scoresheet?.criteria ?? [];
  const scores = criteria.map(({ code }) => ({ criterion: code, points: 16 }));
  for (const one of panel) await act(platform, reviewId, 'scoresheet', expert(one), { scores });
  await act(platform, reviewId, 'opinion', handler, { opinionHash, recommendation: 'favourable' });
  for (const one of panel) await act(platform, reviewId, 'signatures', expert(one), { opinionHash });
  await act(platform, reviewId, 'conclusion', handler);
  return opinionHash;
}
