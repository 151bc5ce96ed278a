import type { Finding } from '@iic/event-sourcing';
import type { RequestAcceptance } from './commands.ts';
import { latestMilestones } from './progress.ts';
import type { Project } from './state.ts';

/** No pack states these rules: the request is only held against what the project itself said before. */
const article = 'platform default';

/** Where a request for acceptance contradicts what was reported, or names another director than was planned. */
export function contradictions(request: RequestAcceptance, project: Project): readonly Finding[] {
  return [...completionFindings(request, project), ...directorFindings(request, project)];
}

function completionFindings({ completion }: RequestAcceptance, project: Project): readonly Finding[] {
  if (project.reports.length === 0) return [];
  const reported = new Map(latestMilestones(project).map(({ id, percent }) => [id, percent]));
  return completion.flatMap(({ id, percent }): Finding[] => {
    const before = reported.get(id) ?? percent;
    if (percent === before) return [];
    const params = { milestone: id, claimed: percent, reported: before };
    return [
      percent < before
        ? { code: 'completion-below-report', strength: 'needs-justification', article, params }
        : { code: 'completion-not-reported', strength: 'advisory', article, params },
    ];
  });
}

function directorFindings(
  { director }: RequestAcceptance,
  { directorCandidate }: Project,
): readonly Finding[] {
  if (directorCandidate === null || directorCandidate === director.subject) return [];
  return [{ code: 'director-not-the-candidate', strength: 'advisory', article }];
}
