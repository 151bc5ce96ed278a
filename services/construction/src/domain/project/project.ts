import type { Aggregate } from '@iic/event-sourcing';
import type { PolicyPacks } from '@iic/policy';
import type { ProjectCommand } from './commands.ts';
import { createDecide } from './decide.ts';
import type { ProjectEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { initialState, type ProjectState } from './state.ts';

/** What access rules may look at. */
export type ProjectFacts = Readonly<Record<string, string | readonly string[]>>;

/** The aggregate of a construction project; its id is the case id. */
export interface ConstructionProject extends Aggregate<ProjectState, ProjectCommand, ProjectEvent> {
  /** Facts for access rules; undefined for a project that does not exist. */
  facts(state: ProjectState): ProjectFacts | undefined;
}

/** Makes the aggregate over the rules of the known policy packs. */
export function createConstructionProject(packs: PolicyPacks): ConstructionProject {
  return {
    category: 'project',
    decider: { initialState, decide: createDecide(packs), evolve },
    facts: projectFacts,
  };
}

/** Who is on a project, and where it stands. */
export function projectFacts(state: ProjectState): ProjectFacts | undefined {
  if (state.status === 'not-started') return undefined;
  const { leadUnit, competentUnit, province, plan } = state.project;
  const reviewers = 'reviewers' in state ? state.reviewers : [];
  return { leadUnit, competentUnit, province, members: plan.members, reviewers, status: state.status };
}
