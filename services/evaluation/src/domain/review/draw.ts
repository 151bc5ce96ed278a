import { accept, type DecisionContext, type DecisionResult } from '@iic/event-sourcing';
import { drawOrder, isRandomHex, seedCommitment } from '../draw/draw-order.ts';
import { deny } from '../problems.ts';
import type { ReviewRules } from '../rules.ts';
import type { Sha256 } from '../sha256.ts';
import type { StateFor } from './available-actions.ts';
import type { ReviewAct } from './commands.ts';
import type { ReviewEvent } from './events.ts';
import { nextMembers } from './seats.ts';
import type { Committing, Frozen, ReviewState } from './state.ts';

type Result = DecisionResult<ReviewEvent>;

/** What the deciders of a review work with besides state and context. */
export interface ReviewTools {
  readonly rules: ReviewRules;
  readonly sha256: Sha256;
}

/** How many persons hold a seed. */
export const seedHolders = 2;

export function commitSeed(
  { commitment }: ReviewAct<'CommitSeed'>,
  { attempt, seeds }: Committing,
  { actor }: DecisionContext,
): Result {
  if (seeds.some(({ holder }) => holder === actor.subject)) return deny('seed-holder-twice');
  if (seeds.length >= seedHolders) return deny('seed-holders-complete');
  if (seeds.some((seed) => seed.commitment === commitment)) return deny('commitment-repeated');
  return accept<ReviewEvent>({
    type: 'DrawSeedCommitted',
    data: { attempt, holder: actor.subject, commitment },
  });
}

/** Opens one seed; the second one yields the order. */
export function openSeed(
  { seed }: ReviewAct<'OpenSeed'>,
  { review, attempt, seeds, opened, pool }: Frozen,
  { actor }: DecisionContext,
  { sha256 }: ReviewTools,
): Result {
  const holder = actor.subject;
  const committed = seeds.find((one) => one.holder === holder);
  if (committed === undefined) return deny('not-a-seed-holder');
  if (opened.some((one) => one.holder === holder)) return deny('seed-already-open');
  const wellFormed = isRandomHex(seed);
  const { reviewId } = review;
  if (!wellFormed || seedCommitment({ reviewId, attempt, holder, seed }, sha256) !== committed.commitment)
    return deny('seed-mismatch');
  const event: ReviewEvent = { type: 'DrawSeedOpened', data: { attempt, holder, seed } };
  const all = [...opened.map((one) => one.seed), seed];
  if (all.length < seedHolders) return accept(event);
  const commitments = pool.entries.map(({ commitment }) => commitment);
  const order = [...drawOrder(all, commitments, sha256)];
  return accept<ReviewEvent>(event, { type: 'DrawOrdered', data: { attempt, order } });
}

/** Gives an attempt up, visibly. Once there are scores only a panel that cannot be completed may be given up. */
export function cancelDraw({ reason }: ReviewAct<'CancelDraw'>, state: StateFor<'CancelDraw'>): Result {
  if (state.status === 'committing' && state.seeds.length === 0) return deny('nothing-to-cancel');
  const sheets = countingSheets(state);
  if (sheets.length > 0 && !isBeyondRepair(state)) return deny('scoring-begun');
  return accept<ReviewEvent>(
    ...sheets.map(
      (expertId): ReviewEvent => ({ type: 'ScoresheetVoided', data: { expertId, reason: 'draw-cancelled' } }),
    ),
    { type: 'DrawCancelled', data: { attempt: state.attempt, reason } },
  );
}

function countingSheets(state: ReviewState): readonly string[] {
  return 'sheets' in state ? state.sheets.filter((sheet) => !sheet.void).map(({ expertId }) => expertId) : [];
}

function isBeyondRepair(state: ReviewState): boolean {
  if (!('panel' in state)) return true;
  return state.panel.length < state.pool.composition.seats && nextMembers(state).length === 0;
}
