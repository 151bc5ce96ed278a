import type { Organisation } from './cast.ts';
import { act, documentHash, type Scene } from './scene.ts';

interface SourceAmount {
  readonly source: string;
  readonly amountFen: string;
}

interface ProjectView {
  readonly plan: { readonly milestones: readonly { readonly id: string }[]; readonly dueAt: string };
  readonly progress: {
    readonly reports: readonly { readonly period: string }[];
    readonly nextReport: { readonly period: string };
    readonly plannedBySource: readonly SourceAmount[];
  };
  readonly directorCandidate: string;
}

/** Builds the center as approved, reports, and asks for acceptance (Art. 16, 17). */
export async function construct(scene: Scene, caseId: string): Promise<void> {
  const { api, cast, tell } = scene;
  const path = `/construction/projects/${caseId}`;
  const project = await api.until<ProjectView>(cast.lead, path, () => true);
  tell(
    'platform',
    `starts the construction project, due ${project.plan.dueAt.slice(0, 10)} 组建启动`,
    'Art. 16',
  );
  const completion = project.plan.milestones.map(({ id }) => ({ id, percent: 100 }));
  const { reports, nextReport, plannedBySource } = project.progress;
  // A resumed run repeats the report it sent before.
  const { period } = reports[0] ?? nextReport;
  const report = {
    period,
    milestones: completion,
    narrativeHash: await documentHash(`progress ${caseId} ${period}`),
    spend: plannedBySource.map(({ source, amountFen }) => ({
      source,
      amountFen: String((BigInt(amountFen) * 92n) / 100n),
    })),
    staff: { total: 86, researchers: 61 },
    equipment: { items: 143, valueFen: '6800000000' },
    buildAndRun: true,
  };
  await act(
    scene,
    cast.lead,
    'report',
    `${path}/progress`,
    report,
    `reports progress of ${period} 报送建设进展`,
    'Art. 16',
  );
  await requestAcceptance(scene, path, project, completion);
}

async function requestAcceptance(
  scene: Scene,
  path: string,
  { directorCandidate }: ProjectView,
  completion: readonly { readonly id: string; readonly percent: number }[],
): Promise<void> {
  const { cast, run } = scene;
  const request = {
    entity: await entityOf(cast.organisations.center),
    director: { subject: directorCandidate, name: '示例主任', phone: '0431-00000000' },
    reportHash: await documentHash(`acceptance report ${run}`),
    completion,
  };
  await act(
    scene,
    cast.lead,
    'request-acceptance',
    `${path}/acceptance-requests`,
    request,
    'asks for acceptance 申请验收',
    'Art. 17',
  );
}

async function entityOf({ name, uscc, area }: Organisation) {
  return {
    name,
    legalForm: 'company',
    uscc,
    independent: true,
    area,
    registeredOn: '2026-06-01',
    evidenceHash: await documentHash(`licence ${uscc}`),
  };
}
