import { accept, type DecisionContext, type DecisionResult } from '@iic/event-sourcing';
import { dayOf, intervalMonths, type PolicyPack } from '@iic/policy';
import type { CorrectProgress, ReportProgress } from './commands.ts';
import type {
  MilestoneProgress,
  PlannedMilestone,
  ProgressReport,
  ProjectEvent,
  SourceAmount,
} from './events.ts';
import { publicMoney, sumBySource } from './money.ts';
import { type Denied, deny } from './refuse.ts';
import { findPeriod, periodOf } from './reporting-period.ts';
import type { Project } from './state.ts';

/** Records the report of a period that has begun and was not reported yet. */
export function reportProgress(
  { report }: ReportProgress,
  project: Project,
  pack: PolicyPack,
  { now }: DecisionContext,
): DecisionResult<ProjectEvent> {
  const wrong =
    wrongPeriod(report.period, project, pack, now) ??
    wrongContent(report, planned(project)) ??
    (findReport(project, report.period) === undefined
      ? undefined
      : deny('period-already-reported', { params: { period: report.period } }));
  return (
    wrong ??
    accept({ type: 'ProgressReported', data: withPublicSpend(report), evidence: [report.narrativeHash] })
  );
}

/** Replaces a report; what it may name is what the plan names now and what the report named before. */
export function correctProgress(
  { report, reason }: CorrectProgress,
  project: Project,
): DecisionResult<ProjectEvent> {
  const former = findReport(project, report.period);
  if (former === undefined) return deny('period-not-reported', { params: { period: report.period } });
  const known = planned(project);
  for (const { id } of former.milestones) known.milestones.add(id);
  for (const { source } of former.spend) known.sources.add(source);
  return (
    wrongContent(report, known) ??
    accept({
      type: 'ProgressCorrected',
      data: { ...withPublicSpend(report), reason },
      evidence: [report.narrativeHash],
    })
  );
}

function withPublicSpend(report: ProgressReport) {
  return { ...report, publicSpendFen: publicMoney(report.spend) };
}

/** What was spent so far by source, exactly. */
export function spentBySource(project: Project): readonly SourceAmount[] {
  return sumBySource(project.reports.flatMap(({ spend }) => spend));
}

/** The last reported state of every milestone of the plan; 0 where none was reported. */
export function latestMilestones(project: Project): readonly MilestoneProgress[] {
  const latest = new Map(
    project.reports.flatMap(({ milestones }) => milestones.map((m) => [m.id, m.percent])),
  );
  return project.plan.milestones.map(({ id }) => ({ id, percent: latest.get(id) ?? 0 }));
}

/** Completion weighted by milestone, in whole per cent, rounded down. */
export function weightedCompletion(
  plan: readonly PlannedMilestone[],
  progress: readonly MilestoneProgress[],
): number {
  const percents = new Map(progress.map(({ id, percent }) => [id, percent]));
  const total = plan.reduce((sum, { weight }) => sum + weight, 0);
  const done = plan.reduce((sum, { id, weight }) => sum + weight * (percents.get(id) ?? 0), 0);
  return total === 0 ? 0 : Math.floor(done / total);
}

/** The first value that occurs twice. */
export function repeated(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}

interface Known {
  readonly milestones: Set<string>;
  readonly sources: Set<string>;
}

function planned({ plan }: Project): Known {
  return {
    milestones: new Set(plan.milestones.map(({ id }) => id)),
    sources: new Set(plan.investment.map(({ source }) => source)),
  };
}

function findReport(project: Project, period: string): ProgressReport | undefined {
  return project.reports.find((report) => report.period === period);
}

function wrongPeriod(name: string, project: Project, pack: PolicyPack, now: string): Denied | undefined {
  const months = intervalMonths(pack.parameters.progressInterval);
  const params = { period: name };
  const today = dayOf(now);
  const period = findPeriod(name, months);
  if (period === undefined) {
    return deny('period-malformed', {
      params: { ...params, example: periodOf(today, months).name },
    });
  }
  if (period.firstDay > today) return deny('period-not-begun', { params });
  if (period.lastDay < dayOf(project.approvedAt)) return deny('period-before-approval', { params });
  return undefined;
}

function wrongContent(report: ProgressReport, known: Known): Denied | undefined {
  const { staff } = report;
  return (
    wrongMilestones(report.milestones, known.milestones) ??
    wrongSources(report.spend, known.sources) ??
    (staff.researchers > staff.total ? deny('researchers-exceed-staff', { params: { ...staff } }) : undefined)
  );
}

/** Every milestone is planned, none twice. */
export function wrongMilestones(
  milestones: readonly MilestoneProgress[],
  known: ReadonlySet<string>,
): Denied | undefined {
  const ids = milestones.map(({ id }) => id);
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) return deny('milestone-unknown', { params: { milestone: unknown } });
  const twice = repeated(ids);
  return twice === undefined ? undefined : deny('milestone-repeated', { params: { milestone: twice } });
}

function wrongSources(spend: readonly SourceAmount[], known: ReadonlySet<string>): Denied | undefined {
  const sources = spend.map(({ source }) => source);
  const unknown = sources.find((source) => !known.has(source));
  if (unknown !== undefined) return deny('source-unknown', { params: { source: unknown } });
  const twice = repeated(sources);
  return twice === undefined ? undefined : deny('source-repeated', { params: { source: twice } });
}
