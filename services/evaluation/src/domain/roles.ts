import type { Actor } from '@iic/event-sourcing';
import { type Denial, deny } from './problems.ts';

/** Refuses an actor whose role is not among those named. */
export function wrongRole({ role }: Actor, allowed: readonly string[]): Denial | undefined {
  return allowed.includes(role)
    ? undefined
    : deny('role-may-not', { params: { role, allowed: allowed.join(', ') } });
}
