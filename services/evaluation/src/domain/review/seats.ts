import type { evaluationParts } from '@iic/contracts';
import { type Candidate, selectMembers } from '../draw/select-panel.ts';
import type { Ordered, Panelled, Pool, Seat } from './state.ts';

type PanelMember = evaluationParts.PanelMember;

/** The seat an expert holds. */
export function findSeat(panel: readonly Seat[], expertId: string): Seat | undefined {
  return panel.find(({ member }) => member.expertId === expertId);
}

/** How the pool shows an expert; undefined for somebody who is not in it. */
export function findCommitment({ identities }: Pool, expertId: string): string | undefined {
  return identities.find((identity) => identity.expertId === expertId)?.commitment;
}

/** Those who take the open seats next, as the order has it; none when it cannot complete the panel. */
export function nextMembers(state: Ordered | Panelled): readonly PanelMember[] {
  const panel = 'panel' in state ? state.panel : [];
  const departed = 'departed' in state ? state.departed : [];
  const barred = [...state.conflicted, ...departed, ...panel.map(({ member }) => member.expertId)];
  const free = candidatesInOrder(state).filter(({ expertId }) => !barred.includes(expertId));
  const seated: readonly Candidate[] = panel.map(({ member }) => member);
  const selected = selectMembers(free, seated, state.pool.composition);
  return free.filter((candidate) => selected.includes(candidate));
}

function candidatesInOrder({ order, pool }: Ordered | Panelled): readonly PanelMember[] {
  const identities = new Map(pool.identities.map((identity) => [identity.commitment, identity]));
  const entries = new Map(pool.entries.map((entry) => [entry.commitment, entry]));
  return order.flatMap((commitment, index) => {
    const identity = identities.get(commitment);
    const entry = entries.get(commitment);
    if (identity === undefined || entry === undefined) return [];
    const { expertId, notChecked } = identity;
    return [{ expertId, commitment, position: index + 1, codes: entry.codes, notChecked }];
  });
}
