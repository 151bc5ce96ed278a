import type { PolicyReference } from '@iic/event-sourcing';
import type { CaseFacts } from './state.ts';

/** The article of the case's own rules a fact rests on. */
export function citing(
  { policy }: Pick<CaseFacts, 'policy'>,
  article: string,
): { readonly policy: PolicyReference } {
  return { policy: { ...policy, article } };
}
