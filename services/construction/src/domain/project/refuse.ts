import { type Refusal, refuse } from '@iic/event-sourcing';
import type { ConstructionProblem } from '../problems.ts';

/** A refusal with a code of construction's catalogue. */
export type Denied = { readonly refused: Refusal<ConstructionProblem> };

/** Refuses a command with a problem of construction's catalogue. */
export function deny(code: ConstructionProblem, details: Omit<Refusal, 'code'> = {}): Denied {
  return refuse<ConstructionProblem>(code, details);
}
