import type { Finding } from '@iic/event-sourcing';
import { findingUnder } from '../finding-rules.ts';
import type { LimitParameter } from '../schema/parameter.ts';
import type { ReviewKind, ScoreCriterion, Scoresheet } from '../schema/review.ts';
import { leastCount } from './limits.ts';

/** Points of one member for one criterion. */
export interface CriterionPoints {
  readonly criterion: string;
  readonly points: number;
}

/** A rule that ties a score to a conclusion. */
export interface ScoreRule {
  readonly limit: LimitParameter;
  readonly conclusion: string;
}

/** What the scoresheets that count come to. */
export interface ScoreOutcome {
  readonly sheets: number;
  /** Mean total with two decimals, half up; null without scoresheets. */
  readonly average: string | null;
  /** Conclusion the points suggest; null where the bands say nothing. It never decides. */
  readonly suggested: string | null;
  /** The rule that suggests it: a criterion's floor beats the bands. */
  readonly rule: ScoreRule | null;
}

/** Why a scoresheet does not fit: a missing, unknown or repeated criterion, or points out of range. */
export interface ScoresheetProblem {
  readonly code: 'criterion-missing' | 'criterion-unknown' | 'criterion-repeated' | 'points-out-of-range';
  readonly criterion: string;
}

/** Everything wrong with one member's scoresheet; points are whole and from 0 to the criterion's maximum. */
export function checkScoresheet(
  { criteria }: Scoresheet,
  scores: readonly CriterionPoints[],
): readonly ScoresheetProblem[] {
  const given = scores.map(({ criterion }) => criterion);
  const maximum = new Map(criteria.map(({ code, maximum }) => [code, maximum]));
  return [
    ...criteria
      .filter(({ code }) => !given.includes(code))
      .map(({ code }) => ({ code: 'criterion-missing', criterion: code }) as const),
    ...scores.flatMap(({ criterion, points }, index): ScoresheetProblem[] => {
      const most = maximum.get(criterion);
      if (most === undefined) return [{ code: 'criterion-unknown', criterion }];
      if (given.indexOf(criterion) !== index) return [{ code: 'criterion-repeated', criterion }];
      const fits = Number.isInteger(points) && points >= 0 && points <= most;
      return fits ? [] : [{ code: 'points-out-of-range', criterion }];
    }),
  ];
}

/** The most points a scoresheet can give. */
export function maximumTotal({ criteria }: Scoresheet): number {
  return criteria.reduce((sum, { maximum }) => sum + maximum, 0);
}

/** Least number of scoresheets that must count on a panel of a size. */
export function quorumOf({ quorum }: Scoresheet, panelSize: number): number {
  return leastCount(quorum, panelSize);
}

/** What complete scoresheets come to. Compared exactly, before the mean is rounded for print. */
export function scoreOutcome(
  sheet: Scoresheet,
  scores: readonly (readonly CriterionPoints[])[],
): ScoreOutcome {
  const sheets = scores.length;
  if (sheets === 0) return { sheets, average: null, suggested: null, rule: null };
  const total = sum(scores.flat());
  const rule = missedFloor(sheet, scores) ?? reachedBand(sheet, total, sheets);
  return { sheets, average: meanText(total, sheets), suggested: rule?.conclusion ?? null, rule };
}

/** What the rules say when a panel recommends something else than its points suggest. */
export function checkRecommendation(outcome: ScoreOutcome, recommendation: string): readonly Finding[] {
  const { average, suggested, rule } = outcome;
  if (rule === null || suggested === null || suggested === recommendation) return [];
  const params = { recommendation, suggested, ...(average === null ? {} : { average }) };
  return [findingUnder(rule.limit, 'recommendation-against-score', params)];
}

/** Whether a kind of review knows a recommendation. */
export function isRecommendation({ conclusions }: ReviewKind, code: string): boolean {
  return conclusions.some((conclusion) => conclusion.code === code);
}

/** A mean with two decimals, half up, from whole points. */
function meanText(total: number, count: number): string {
  const hundredths = Math.floor((total * 200 + count) / (2 * count));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

function missedFloor(
  { criteria }: Scoresheet,
  scores: readonly (readonly CriterionPoints[])[],
): ScoreRule | null {
  const missed = criteria.find(({ code, floor }) => {
    if (floor === undefined) return false;
    return !reachesMean(pointsFor(code, scores), scores.length, floor.minimum);
  });
  return floorRule(missed);
}

function floorRule(criterion: ScoreCriterion | undefined): ScoreRule | null {
  const floor = criterion?.floor;
  return floor === undefined ? null : { limit: floor.minimum, conclusion: floor.conclusion };
}

function reachedBand({ bands }: Scoresheet, total: number, count: number): ScoreRule | null {
  const at = bands.findIndex(({ from }) => reachesMean(total, count, from));
  const band = bands[at];
  if (band === undefined) return null;
  // The last band starts at 0 and is reached by missing the one above, whose bound then is the rule.
  const decisive = at === bands.length - 1 ? (bands[at - 1] ?? band) : band;
  return { limit: decisive.from, conclusion: band.conclusion };
}

function reachesMean(total: number, count: number, { value, inclusive }: LimitParameter): boolean {
  return inclusive ? total >= value * count : total > value * count;
}

function pointsFor(code: string, scores: readonly (readonly CriterionPoints[])[]): number {
  return sum(scores.flat().filter(({ criterion }) => criterion === code));
}

function sum(points: readonly CriterionPoints[]): number {
  return points.reduce((total, { points: one }) => total + one, 0);
}
