import type { Sha256 } from '../sha256.ts';

/** Name of the published algorithm, recorded with every frozen pool. */
export const drawAlgorithm = 'iic-draw/1';

/**
 * The order of a draw, which anyone can recompute from the published record:
 * 1. sort the opened seeds (64 lower-case hex digits each) as text and join them without separator: S;
 * 2. ticket of a candidate = SHA-256 of the text S followed by the candidate's commitment (64 hex digits), in hex;
 * 3. sort the candidates by ticket, ascending as text; equal tickets by commitment.
 *
 * The order in which seeds and pool are passed in does not matter.
 *
 * @returns the commitments of the pool in drawn order
 */
export function drawOrder(
  seeds: readonly string[],
  pool: readonly string[],
  sha256: Sha256,
): readonly string[] {
  const joined = seeds.toSorted().join('');
  return pool
    .map((commitment) => ({ commitment, ticket: sha256(joined + commitment) }))
    .sort((left, right) => byText(left.ticket, right.ticket) || byText(left.commitment, right.commitment))
    .map(({ commitment }) => commitment);
}

/** What a seed holder publishes before the pool is known; bound to the holder, so that nobody can copy it. */
export interface SeedToCommit {
  readonly reviewId: string;
  /** Attempt of the draw, from 1. */
  readonly attempt: number;
  /** Subject id of the holder. */
  readonly holder: string;
  /** 32 random bytes in lower-case hex. */
  readonly seed: string;
}

/** SHA-256 of the lines `iic-draw-seed/1`, review, attempt, holder, seed, joined by line feeds. */
export function seedCommitment({ reviewId, attempt, holder, seed }: SeedToCommit, sha256: Sha256): string {
  return sha256(['iic-draw-seed/1', reviewId, attempt, holder, seed].join('\n'));
}

/** SHA-256 of the lines `iic-draw-candidate/1`, salt, expert id, joined by line feeds. */
export function candidateCommitment(salt: string, expertId: string, sha256: Sha256): string {
  return sha256(['iic-draw-candidate/1', salt, expertId].join('\n'));
}

/** Whether a text can be a seed or a salt: 32 bytes in lower-case hex. */
export function isRandomHex(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

function byText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
