import { accept, type DecisionContext, type DecisionResult } from '@iic/event-sourcing';
import { type ConflictCheck, checkConflicts } from '../draw/conflicts.ts';
import {
  candidateCommitment,
  drawAlgorithm,
  drawOrder,
  isRandomHex,
  seedCommitment,
} from '../draw/draw-order.ts';
import { canComplete } from '../draw/select-panel.ts';
import { type Denial, deny } from '../problems.ts';
import type { ReviewRules } from '../rules.ts';
import type { Sha256 } from '../sha256.ts';
import type { StateFor } from './available-actions.ts';
import type { PoolCandidate, ReviewAct } from './commands.ts';
import type { ReviewEvent } from './events.ts';
import { nextMembers } from './seats.ts';
import type { Committing, Frozen, ReviewState } from './state.ts';

type Result = DecisionResult<ReviewEvent>;

/** What the deciders of a review work with besides state and context. */
export interface ReviewTools {
  readonly rules: ReviewRules;
  readonly sha256: Sha256;
}

const seedHolders = 2;

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

/** Publishes the pool under salted commitments; whoever has a conflict or is suspended is kept out. */
export function freezePool(
  { candidates, register }: ReviewAct<'FreezePool'>,
  state: Committing,
  _context: DecisionContext,
  { rules, sha256 }: ReviewTools,
): Result {
  const { attempt, seeds, review } = state;
  if (seeds.length < seedHolders) return deny('seeds-missing', { params: { count: seeds.length } });
  const wrong = wrongCandidates(candidates);
  if (wrong !== undefined) return wrong;
  const consortium = [review.leadUnit, ...review.members]
    .filter((organisation, index, all) => all.indexOf(organisation) === index)
    .map(
      (organisation) =>
        register.find((known) => known.organisation === organisation) ?? {
          organisation,
          parent: null,
          parentKnown: false,
        },
    );
  const judged = { consortium, competentUnit: review.competentUnit };
  const counted = rules.composition.minimums.map(({ code }) => code);
  const checked = candidates.map((candidate) => ({
    candidate,
    check: checkCandidate(candidate, state, checkConflicts(candidate, judged, rules.conflicts)),
    commitment: candidateCommitment(candidate.salt, candidate.expertId, sha256),
  }));
  const eligible = checked
    .filter(({ check }) => check.conflicts.length === 0)
    .sort((left, right) => (left.commitment < right.commitment ? -1 : 1));
  const excluded = checked.filter(({ check }) => check.conflicts.length > 0);
  const entries = eligible.map(({ commitment, candidate }) => ({
    commitment,
    codes: counted.filter((code) => candidate.qualifications.includes(code)),
  }));
  if (!canComplete([], entries, rules.composition))
    return insufficient(entries.length, excluded.length, rules);
  return accept<ReviewEvent>({
    type: 'DrawPoolFrozen',
    data: {
      attempt,
      algorithm: drawAlgorithm,
      entries,
      seats: rules.composition.seats,
      minimums: [...rules.composition.minimums],
      identities: eligible.map(({ commitment, candidate, check }) => ({
        commitment,
        expertId: candidate.expertId,
        salt: candidate.salt,
        notChecked: [...check.notChecked],
      })),
      excluded: excluded.map(({ candidate, check }) => ({
        expertId: candidate.expertId,
        conflicts: [...check.conflicts],
      })),
      consortium,
    },
    policy: { ...review.policy, article: rules.article },
  });
}

function wrongCandidates(candidates: readonly PoolCandidate[]): Denial | undefined {
  const ids = candidates.map(({ expertId }) => expertId);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) return deny('candidate-repeated', { params: { expertId: repeated } });
  const salts = new Set(candidates.map(({ salt }) => salt));
  const sound = salts.size === candidates.length && [...salts].every(isRandomHex);
  return sound ? undefined : deny('salt-invalid');
}

/** Adds what the review itself knows of a candidate: a suspension, or a conflict found in an earlier attempt. */
function checkCandidate(
  { expertId, suspended }: PoolCandidate,
  { conflicted }: Committing,
  check: ConflictCheck,
): ConflictCheck {
  const further = [
    ...(suspended ? [{ basis: 'suspended', organisation: null }] : []),
    ...(conflicted.includes(expertId) ? [{ basis: 'recorded-earlier', organisation: null }] : []),
  ];
  return { ...check, conflicts: [...check.conflicts, ...further] };
}

function insufficient(eligible: number, excluded: number, { composition }: ReviewRules): Denial {
  const minimums = composition.minimums.map(({ code, count }) => `${code} ≥ ${count}`).join(', ');
  return deny('pool-insufficient', { params: { eligible, excluded, seats: composition.seats, minimums } });
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
