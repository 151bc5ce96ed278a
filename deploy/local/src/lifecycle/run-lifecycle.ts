import { randomBytes } from 'node:crypto';
import { ApiClient, type Person } from './api-client.ts';
import { assemble } from './cast.ts';
import { construct } from './construction-steps.ts';
import { decide, issueDocument } from './decision-steps.ts';
import { bringToAcceptance, draftApplication, registerOrganisations } from './intake-steps.ts';
import { awardPlaque } from './registry-steps.ts';
import { conductReview, registerExperts } from './review-steps.ts';
import type { Scene } from './scene.ts';
import type { Tokens } from './tokens.ts';

/** What a lifecycle needs. */
export interface LifecycleOptions {
  /** Origin of the deployment. */
  readonly url: string;
  readonly tokens: Tokens;
  /** Told one line for each step. */
  readonly print: (line: string) => void;
  /** A formation plan (DOCX) in the outline of annex 2; default a sample. */
  readonly plan?: Uint8Array;
  /** Identifier of the run; the same one resumes an interrupted run. */
  readonly run?: string;
}

/**
 * Plays every role of one case through the public HTTP API, from draft to plaque. Every command has a key that
 * derives from the run, so an interrupted run can be played again. Resolves with the case id; rejects at the
 * first step that fails.
 */
export async function runLifecycle({ url, tokens, print, plan, run }: LifecycleOptions): Promise<string> {
  const name = run ?? randomBytes(3).toString('hex');
  const scene: Scene = {
    api: new ApiClient(url, name),
    cast: await assemble(name, tokens),
    run: name,
    tell: narrator(print),
  };
  print(`Run ${name} against ${url}: one center's way from draft to plaque.`);
  await registerOrganisations(scene);
  await registerExperts(scene);
  const caseId = await draftApplication(scene, plan);
  await bringToAcceptance(scene, caseId);
  await conductReview(scene, 'formation', caseId);
  const { id: formation } = await decide(scene, caseId, {
    kind: 'formation',
    outcome: 'approved',
    reasons: '专家论证评审意见为建议批复，方案目标明确、条件具备（示例）。',
    article: 'Art. 15',
    approvals: 2,
  });
  const addressee = scene.cast.organisations.lead.id;
  await issueDocument(scene, 'document-1', {
    title: '关于同意组建省级产业创新中心的批复（示例）',
    decisions: [formation],
    addressee,
  });
  await construct(scene, caseId);
  await conductReview(scene, 'acceptance', caseId);
  const { id: acceptance } = await decide(scene, caseId, {
    kind: 'acceptance',
    outcome: 'accepted',
    reasons: '验收组一致认为建设任务完成，达到批复要求（示例）。',
    article: 'Art. 17',
    approvals: 2,
  });
  await issueDocument(scene, 'document-2', {
    title: '关于核定省级产业创新中心的通知（示例）',
    decisions: [acceptance],
    addressee,
  });
  await awardPlaque(scene, caseId);
  print(`Done: case ${caseId}. Its timeline: ${url}/timeline/${caseId}`);
  return caseId;
}

function narrator(print: (line: string) => void): Scene['tell'] {
  let step = 0;
  return (who: Person | 'platform', what: string, article?: string) => {
    step += 1;
    const actor = who === 'platform' ? 'platform 平台' : who.label;
    print(`${String(step).padStart(3)}. ${actor}: ${what}${article === undefined ? '' : ` [${article}]`}`);
  };
}
