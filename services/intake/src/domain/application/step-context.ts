import type { DecisionContext } from '@iic/event-sourcing';
import type { PolicyPack } from '@iic/policy';
import type { TextHash } from './manifest.ts';

/** Everything a step may depend on besides the case. */
export interface StepContext extends DecisionContext {
  readonly pack: PolicyPack;
  readonly hash: TextHash;
}
