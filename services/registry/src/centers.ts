import type { PolicyPacks } from '@iic/policy';
import type { GuardedAggregate } from '@iic/service-kit';
import { centerFacts, createCenter } from './domain/center/center.ts';
import type { CenterCommand } from './domain/center/commands.ts';
import type { CenterEvent } from './domain/center/events.ts';
import type { CenterState } from './domain/center/state.ts';

/** The center aggregate with what access rules may look at. Injected by its class. */
export class Centers implements GuardedAggregate<CenterState, CenterCommand, CenterEvent> {
  readonly category: string;
  readonly decider: GuardedAggregate<CenterState, CenterCommand, CenterEvent>['decider'];

  constructor(packs: PolicyPacks) {
    const { category, decider } = createCenter(packs);
    this.category = category;
    this.decider = decider;
  }

  facts(state: CenterState) {
    return centerFacts(state);
  }
}
