import { recordedEvent } from '@iic/event-sourcing';
import { defineCollection, defineProjection, searchKeys } from '@iic/read-models';
import type { ProjectEvent } from '../domain/project/events.ts';
import { evolve } from '../domain/project/evolve.ts';
import { waitingFor } from '../domain/project/next-acts.ts';
import { initialState, type StartedState } from '../domain/project/state.ts';
import { isProjectEvent } from './project-event.ts';

/** A project in the list: its state, and when it last changed. */
export interface ListedProject {
  readonly state: StartedState;
  readonly changedAt: string;
}

/** Every project by status, unit, field and whom it waits for. */
export const projectList = defineProjection(
  defineCollection<ListedProject>()({
    name: 'projects',
    version: 3,
    fields: {
      status: ({ state }) => state.status,
      leadUnit: ({ state }) => state.project.leadUnit,
      competentUnit: ({ state }) => state.project.competentUnit,
      members: { many: ({ state }) => state.project.plan.members },
      province: ({ state }) => state.project.province,
      reviewers: { many: ({ state }) => ('reviewers' in state ? state.reviewers : []) },
      field: ({ state }) => state.project.field,
      name: {
        many: ({ state }) => [
          ...searchKeys(state.project.proposedName),
          ...searchKeys(state.project.englishName),
        ],
      },
      waitingRole: ({ state }) => waitingFor(state).role,
      until: ({ state }) => waitingFor(state).until,
      approvedAt: ({ state }) => state.project.approvedAt,
      changedAt: { plain: ({ changedAt }) => changedAt },
    },
    sorts: {
      changed: { by: ['-changedAt'], within: ['status', 'leadUnit', 'competentUnit'] },
      until: { by: ['until'], within: ['status', 'leadUnit', 'competentUnit'] },
    },
  }),
  {
    idsOf: ({ envelope }) => (isProjectEvent(envelope) ? [envelope.correlation] : []),
    apply: (project, { envelope }) => {
      const state = evolve(project?.state ?? initialState, recordedEvent<ProjectEvent>(envelope));
      return state.status === 'not-started' ? undefined : { state, changedAt: envelope.recordedAt };
    },
  },
);
