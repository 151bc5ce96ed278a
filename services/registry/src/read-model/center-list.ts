import { recordedEvent } from '@iic/event-sourcing';
import { defineCollection, defineProjection, searchKeys } from '@iic/read-models';
import type { CenterEvent } from '../domain/center/events.ts';
import { evolve } from '../domain/center/evolve.ts';
import { latestFacts } from '../domain/center/facts.ts';
import { waitingRole } from '../domain/center/next-acts.ts';
import { type CenterState, initialState } from '../domain/center/state.ts';
import { isCenterEvent } from './center-event.ts';

/** A center in the officials' list: its state, and when it last changed. */
export interface ListedCenter {
  readonly state: Exclude<CenterState, { status: 'not-designated' }>;
  readonly changedAt: string;
}

/** Every center by status, plaque, unit, place and field, for those who work with it. */
export const centerList = defineProjection(
  defineCollection<ListedCenter>()({
    name: 'centers',
    version: 1,
    fields: {
      status: ({ state }) => state.status,
      plaque: ({ state }) => state.center.plaque.status,
      province: ({ state }) => state.center.province,
      leadUnit: ({ state }) => factsOf(state).leadUnit,
      competentUnit: ({ state }) => factsOf(state).competentUnit,
      area: ({ state }) => factsOf(state).area,
      field: ({ state }) => factsOf(state).field,
      name: {
        many: ({ state }) => [...searchKeys(factsOf(state).nameZh), ...searchKeys(factsOf(state).nameEn)],
      },
      waitingRole: ({ state }) => waitingRole(state),
      effectiveDate: ({ state }) => state.center.effectiveDate,
      changedAt: { plain: ({ changedAt }) => changedAt },
    },
    sorts: { changed: { by: ['-changedAt'], within: ['status', 'leadUnit', 'competentUnit'] } },
  }),
  {
    idsOf: ({ envelope }) => (isCenterEvent(envelope) ? [envelope.correlation] : []),
    apply: (center, { envelope }) => {
      const state = evolve(center?.state ?? initialState, recordedEvent<CenterEvent>(envelope));
      return state.status === 'not-designated' ? undefined : { state, changedAt: envelope.recordedAt };
    },
  },
);

function factsOf({ center }: ListedCenter['state']) {
  return latestFacts(center.statements);
}
