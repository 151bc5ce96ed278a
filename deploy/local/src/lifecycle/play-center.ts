import { ApiClient } from './api-client.ts';
import { assemble } from './cast.ts';
import { decide } from './decision-steps.ts';
import { bringToAcceptance, draftApplication, registerOrganisations } from './intake-steps.ts';
import { conductReview, registerExperts } from './review-steps.ts';
import { act, documentHash, type Scene } from './scene.ts';
import type { Tokens } from './tokens.ts';

/** What happens to a center. */
export interface CenterStory {
  readonly url: string;
  readonly tokens: Tokens;
  /** Names the case and everybody in it. */
  readonly run: string;
  readonly prefecture: string;
  /** Public money (local government) in fen that each adjustment plans, one after the other. */
  readonly adjustments: readonly string[];
  /** Public money in fen that the first progress report tells of. */
  readonly spent: string;
}

/** Plays a case from draft to its first progress report; resolves with the case id. */
export async function playCenter(story: CenterStory): Promise<string> {
  const { url, tokens, run, prefecture, adjustments, spent } = story;
  const scene: Scene = {
    api: new ApiClient(url, run),
    cast: await assemble(run, tokens, prefecture),
    run,
    tell: () => undefined,
  };
  await registerOrganisations(scene);
  await registerExperts(scene);
  const caseId = await draftApplication(scene, undefined);
  await bringToAcceptance(scene, caseId);
  await conductReview(scene, 'formation', caseId);
  const ruling = { outcome: 'approved', reasons: '同意（示例）。' } as const;
  await decide(scene, caseId, { ...ruling, kind: 'formation', article: 'Art. 15', approvals: 2 });
  await untilUnderConstruction(scene, caseId);
  for (const [index, planned] of adjustments.entries()) await adjust(scene, caseId, index + 1, planned);
  await report(scene, caseId, spent);
  return caseId;
}

function untilUnderConstruction({ api, cast }: Scene, caseId: string) {
  return api.until<{ readonly status: string }>(
    cast.lead,
    `/construction/projects/${caseId}`,
    ({ status }) => status === 'under-construction',
  );
}

async function adjust(scene: Scene, caseId: string, number: number, planned: string): Promise<void> {
  const { cast } = scene;
  const path = `/construction/projects/${caseId}/adjustments`;
  const investment = [
    { source: 'own-funds', amountFen: '6000000000' },
    { source: 'local-government', amountFen: planned },
  ];
  const proposal = { changes: { investment }, reason: '投资结构调整（示例）。' };
  await act(scene, cast.lead, `adjust-${number}`, path, proposal, 'proposes an adjustment');
  const opinion = { opinion: 'supports', text: '同意调整（示例）。' };
  const at = `${path}/${number}/opinion`;
  await act(scene, cast.competentUnit, `opinion-${number}`, at, opinion, 'supports the adjustment');
  await approveAdjustment(scene, caseId, number);
}

async function approveAdjustment(scene: Scene, caseId: string, number: number): Promise<void> {
  const { api, cast } = scene;
  const path = `/evaluation/decisions/${caseId}-adjustment-${number}`;
  const { subjectHash } = await api.until<{ readonly subjectHash: string }>(cast.handler, path, () => true);
  const preparation = { outcome: 'approved', reasons: '同意（示例）。', justifications: [] };
  await api.command(cast.handler, `prepare-${number}`, 'POST', `${path}/preparations`, preparation);
  const [decider] = cast.deciders;
  if (decider === undefined) throw new Error('The cast has no decider.');
  const approval = { preparation: 1, subjectHash };
  await api.command(decider, `approve-${number}`, 'POST', `${path}/approvals`, approval);
  await untilUnderConstruction(scene, caseId);
}

async function report(scene: Scene, caseId: string, spent: string): Promise<void> {
  const { api, cast } = scene;
  const path = `/construction/projects/${caseId}/progress`;
  const { period } = await api.read<{ readonly period: string }>(cast.lead, `${path}/next`);
  const progress = {
    period,
    milestones: [{ id: 'labs', percent: 30 }],
    narrativeHash: await documentHash(`progress ${caseId}`),
    spend: [
      { source: 'own-funds', amountFen: '2350000000' },
      { source: 'local-government', amountFen: spent },
    ],
    staff: { total: 86, researchers: 61 },
    equipment: { items: 143, valueFen: '6800000000' },
    buildAndRun: true,
  };
  await act(scene, cast.lead, 'report', path, progress, 'reports progress');
}
