import { type Aggregate, accept, type DomainEvent, refuse } from '../decider.ts';
import { EventVersions } from '../upcasters.ts';

/** Something was counted; the note about a person is encrypted. */
export type Counted = DomainEvent<'Counted', { readonly by: number }>;

/** Count further, up to ten. */
export interface Count {
  readonly by: number;
  readonly note?: string;
}

/** The smallest aggregate that refuses, records personal data and folds. */
export const counter: Aggregate<number, Count, Counted> = {
  category: 'counter',
  decider: {
    initialState: 0,
    decide({ by, note }, total) {
      if (total + by > 10) return refuse('too-many', { params: { total } });
      const fact: Counted = { type: 'Counted', data: { by } };
      return accept(
        note === undefined ? fact : { ...fact, personal: { subject: 'person-1', content: { note } } },
      );
    },
    evolve: (total, { data }) => total + data.by,
  },
};

/** Versions of the counter's events. */
export const counterVersions = new EventVersions([{ type: 'Counted', version: 1 }]);
