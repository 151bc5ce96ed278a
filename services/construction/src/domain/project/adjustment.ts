import { accept, type DecisionResult, type Finding } from '@iic/event-sourcing';
import { evaluateConstructionMonths, evaluateExtension, type PolicyPack } from '@iic/policy';
import type { GiveAdjustmentOpinion, ProposeAdjustment, WithdrawAdjustment } from './commands.ts';
import type { AdjustmentChanges, PlannedMilestone, ProjectEvent, SourceAmount } from './events.ts';
import { recorded, stoppedBy } from './findings.ts';
import { repeated, spentBySource } from './progress.ts';
import { proposal } from './proposal.ts';
import { type Denied, deny } from './refuse.ts';
import type { AdjustmentBeforeUnit, Project, UnderConstruction } from './state.ts';

/** Opens an adjustment of the plan; the competent unit is asked for its opinion. */
export function proposeAdjustment(
  { changes, contentHash, reason, justifications }: ProposeAdjustment,
  { project }: UnderConstruction,
  pack: PolicyPack,
): DecisionResult<ProjectEvent> {
  const findings = extensionFindings(changes.extensionMonths ?? 0, project, pack);
  const wrong = wrongChanges(changes, project) ?? stoppedBy(findings, justifications);
  if (wrong !== undefined) return wrong;
  return accept({
    type: 'AdjustmentProposed',
    data: {
      number: project.adjustments + 1,
      changes,
      contentHash,
      reason,
      findings: recorded(findings, justifications),
    },
    policy: { ...project.policy, article: 'Art. 16' },
    ...(changes.content === undefined ? {} : { evidence: [changes.content.documentHash] }),
  });
}

export function withdrawAdjustment(
  { reason }: WithdrawAdjustment,
  { adjustment }: AdjustmentBeforeUnit,
): DecisionResult<ProjectEvent> {
  return accept({ type: 'AdjustmentWithdrawn', data: { number: adjustment.number, reason } });
}

/** Records the competent unit's opinion and puts the adjustment to the PDRC, whatever the opinion is. */
export function giveAdjustmentOpinion(
  { opinion, text, documentHash }: GiveAdjustmentOpinion,
  state: AdjustmentBeforeUnit,
): DecisionResult<ProjectEvent> {
  const said = opinion === 'supports' ? { zh: '同意', en: 'supports' } : { zh: '不同意', en: 'objects to' };
  return accept<ProjectEvent>(
    {
      type: 'AdjustmentOpinionGiven',
      data: { number: state.adjustment.number, opinion, text, documentHash },
      ...(documentHash === null ? {} : { evidence: [documentHash] }),
    },
    adjustmentDecision(state, {
      zh: `主管单位${said.zh}`,
      en: `the competent unit ${said.en} it`,
    }),
  );
}

/** Puts the adjustment to the PDRC without the competent unit's opinion. */
export function proposeAdjustmentDecision(state: AdjustmentBeforeUnit): DecisionResult<ProjectEvent> {
  return accept(
    adjustmentDecision(state, { zh: '主管单位未出具意见', en: 'without an opinion of the competent unit' }),
  );
}

function adjustmentDecision(
  { project, adjustment }: AdjustmentBeforeUnit,
  opinion: { readonly zh: string; readonly en: string },
): ProjectEvent {
  const { number, contentHash } = adjustment;
  return {
    type: 'AdjustmentDecisionProposed',
    data: proposal(project, {
      kind: 'adjustment',
      number,
      subjectHash: contentHash,
      reviewId: null,
      summary: {
        zh: `“${project.proposedName}”组建计划第${number}项调整（${opinion.zh}）`,
        en: `Adjustment ${number} of the plan of “${project.englishName}” (${opinion.en})`,
      },
    }),
    policy: { ...project.policy, article: 'Art. 16' },
  };
}

function wrongChanges(changes: AdjustmentChanges, project: Project): Denied | undefined {
  if (Object.values(changes).every((change) => change === undefined)) return deny('adjustment-empty');
  const months = project.plan.months + (changes.extensionMonths ?? 0);
  return wrongMilestonePlan(changes.milestones, months) ?? wrongInvestmentPlan(changes.investment, project);
}

function wrongMilestonePlan(
  milestones: readonly PlannedMilestone[] | undefined,
  months: number,
): Denied | undefined {
  if (milestones === undefined) return undefined;
  const twice = repeated(milestones.map(({ id }) => id));
  if (twice !== undefined) return deny('milestone-repeated', { params: { milestone: twice } });
  const sum = milestones.reduce((total, { weight }) => total + weight, 0);
  if (sum !== 100) return deny('milestone-weights', { params: { sum } });
  const late = milestones.find(({ dueMonth }) => dueMonth > months);
  if (late === undefined) return undefined;
  return deny('milestone-after-period', {
    params: { milestone: late.id, month: late.dueMonth, months },
  });
}

function wrongInvestmentPlan(
  investment: readonly SourceAmount[] | undefined,
  project: Project,
): Denied | undefined {
  if (investment === undefined) return undefined;
  const twice = repeated(investment.map(({ source }) => source));
  if (twice !== undefined) return deny('source-repeated', { params: { source: twice } });
  const kept = new Set(investment.map(({ source }) => source));
  const lost = spentBySource(project).find(({ source, amountFen }) => amountFen !== '0' && !kept.has(source));
  return lost === undefined ? undefined : deny('spent-source-removed', { params: { source: lost.source } });
}

function extensionFindings(
  months: number,
  { plan, extensions }: Project,
  pack: PolicyPack,
): readonly Finding[] {
  if (months === 0) return [];
  return [
    ...evaluateExtension(pack, { months, count: extensions + 1 }),
    ...evaluateConstructionMonths(pack, plan.months + months),
  ];
}
