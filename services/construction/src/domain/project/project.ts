import type { Aggregate } from '@iic/event-sourcing';
import type { PolicyPacks } from '@iic/policy';
import type { ProjectCommand } from './commands.ts';
import { createDecide } from './decide.ts';
import type { ProjectEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { initialState, type ProjectState } from './state.ts';

/** The aggregate of a construction project; its id is the case id. */
export type ConstructionProject = Aggregate<ProjectState, ProjectCommand, ProjectEvent>;

/** Makes the aggregate over the rules of the known policy packs. */
export function createConstructionProject(packs: PolicyPacks): ConstructionProject {
  return { category: 'project', decider: { initialState, decide: createDecide(packs), evolve } };
}
