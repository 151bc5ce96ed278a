import { randomBytes } from 'node:crypto';
import { Problem, ServiceRuntime } from '@iic/service-kit';
import { Injectable } from '@nestjs/common';
import { Aggregates } from '../aggregates.ts';
import type { RegisteredExpert } from '../domain/expert/state.ts';
import type { PoolCandidate, ReviewAct } from '../domain/review/commands.ts';
import { largestPool } from '../domain/review/pool.ts';
import type { CurrentStanding } from '../domain/review/standing.ts';
import type { ReviewState } from '../domain/review/state.ts';
import { allOf } from '../read-model/all-of.ts';
import { OtherFacts } from '../read-model/case-files.ts';
import { expertList } from '../read-model/expert-list.ts';
import { reviewList } from '../read-model/review-list.ts';

const listPatience = 10_000;

/** What the acts of a review need to know from the registers and from other reviews. */
@Injectable()
export class ReviewLookups {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly aggregates: Aggregates,
    private readonly others: OtherFacts,
  ) {}

  /** Everything a pool of these experts is judged by; of every available one where none are named. */
  async pool(
    experts: readonly string[] | undefined,
    state: ReviewState,
    province: string,
  ): Promise<Omit<ReviewAct<'FreezePool'>, 'type'>> {
    const ids = experts ?? (await this.#availableExperts(province));
    const { candidates, unknown } = await this.#candidates(ids, province);
    const conflictedBefore = await this.#conflictedBefore(state);
    return { candidates, unknown, conflictedBefore, register: await this.#register(state) };
  }

  /** How the registers have somebody today; of a stranger nothing is known. */
  async standing(expertId: string, reviewId: string): Promise<CurrentStanding> {
    const review = await this.runtime.handler.load(this.aggregates.review, reviewId);
    const { state } = await this.runtime.handler.load(this.aggregates.expert, expertId);
    const expert =
      state.status === 'unknown'
        ? { employer: null, employerParent: null, ties: [], stated: [], suspended: false }
        : { ...state.particulars, suspended: state.status === 'suspended' };
    const recordedElsewhere = (await this.#conflictedBefore(review.state)).includes(expertId);
    return { expert, recordedElsewhere, register: await this.#register(review.state) };
  }

  async #availableExperts(province: string): Promise<readonly string[]> {
    const page = await this.runtime.projections
      .view(expertList)
      .query({ where: { status: 'available', province }, sort: 'oldest', limit: largestPool + 1 });
    return page.items.map(({ id }) => id);
  }

  /** The candidates as the register has them now; a fresh salt hides each one until it is opened. */
  async #candidates(ids: readonly string[], province: string) {
    const candidates: PoolCandidate[] = [];
    const unknown: string[] = [];
    for (const expertId of ids) {
      const { state } = await this.runtime.handler.load(this.aggregates.expert, expertId);
      if (state.status === 'unknown' || state.province !== province) unknown.push(expertId);
      else candidates.push(candidateFrom(state));
    }
    return { candidates, unknown };
  }

  /** Whoever had a conflict in one review of a case has it in the next. */
  async #conflictedBefore(state: ReviewState): Promise<readonly string[]> {
    if (state.status === 'none') return [];
    const { caseId, reviewId } = state.review;
    const { projections, store } = this.runtime;
    // A list that lags would let somebody into a draw for good.
    if (!(await projections.waitFor(await store.head(), listPatience))) throw new Problem('not-yet-visible');
    const reviews = await allOf(projections.view(reviewList), { caseId });
    const others = reviews.map(({ id }) => id).filter((id) => id !== reviewId);
    const loaded = await Promise.all(
      others.map((id) => this.runtime.handler.load(this.aggregates.review, id)),
    );
    return loaded.flatMap((other) => ('conflicted' in other.state ? other.state.conflicted : []));
  }

  /** Parents of the organisations behind the subject, as far as the register knows them. */
  async #register(state: ReviewState) {
    if (state.status === 'none') return [];
    const { leadUnit, members } = state.review;
    return Promise.all(
      [...new Set([leadUnit, ...members])].map(async (organisation) => {
        const known = await this.others.findOrganisation(organisation);
        return { organisation, parent: known?.parent ?? null, parentKnown: known?.parentKnown ?? false };
      }),
    );
  }
}

function candidateFrom({ expertId, particulars, status }: RegisteredExpert): PoolCandidate {
  const salt = randomBytes(32).toString('hex');
  return { ...particulars, expertId, suspended: status === 'suspended', salt };
}
