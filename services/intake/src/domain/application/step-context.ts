import type { DecisionContext } from '@iic/event-sourcing';
import type { TextHash } from './manifest.ts';
import type { ApplicationRules } from './rules.ts';

/** Everything a step may depend on besides the case. */
export interface StepContext extends DecisionContext {
  readonly rules: ApplicationRules;
  readonly hash: TextHash;
}
