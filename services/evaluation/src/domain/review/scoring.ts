import { accept, type DecisionContext, type DecisionResult, type Finding } from '@iic/event-sourcing';
import { dayOf, isCalendarDate } from '../calendar.ts';
import { type Denial, deny } from '../problems.ts';
import type { Bound, ReviewRules, Scoresheet } from '../rules.ts';
import type { ReviewAct } from './commands.ts';
import type { ReviewTools } from './draw.ts';
import type { ReviewEvent } from './events.ts';
import { ownSeat } from './panel.ts';
import { findSeat } from './seats.ts';
import { barredNow } from './standing.ts';
import type { Assembled, Inviting, Panelled, Sheet } from './state.ts';

type Result = DecisionResult<ReviewEvent>;
type Scores = Sheet['scores'];

export function recordSiteVisit(
  { visitedOn, place, participants, reportHash }: ReviewAct<'RecordSiteVisit'>,
  { panel }: Assembled,
  { now }: DecisionContext,
): Result {
  if (!isCalendarDate(visitedOn)) return deny('date-invalid', { params: { date: visitedOn } });
  if (visitedOn > dayOf(now)) return deny('visit-in-future', { params: { date: visitedOn } });
  if (participants.length === 0) return deny('visit-unattended');
  const stranger = participants.find((expertId) => findSeat(panel, expertId) === undefined);
  if (stranger !== undefined) return deny('not-on-panel', { params: { expertId: stranger } });
  const early = participants.find((expertId) => visitedOn < invitedOn(panel, expertId));
  if (early !== undefined) return deny('visit-before-invitation', { params: { expertId: early } });
  return accept<ReviewEvent>({
    type: 'SiteVisitRecorded',
    data: { visitedOn, place, participants: [...new Set(participants)], reportHash },
    evidence: [reportHash],
  });
}

function invitedOn(panel: Assembled['panel'], expertId: string): string {
  const seat = findSeat(panel, expertId);
  return seat === undefined ? '' : dayOf(seat.invitedAt);
}

export function submitScoresheet(
  { expertId, scores, standing }: ReviewAct<'SubmitScoresheet'>,
  state: Inviting | Assembled,
  { actor }: DecisionContext,
  { rules }: ReviewTools,
): Result {
  const seat = ownSeat(state.panel, expertId, actor);
  if ('refused' in seat) return seat;
  if (!seat.accepted) return deny('invitation-open');
  const wrong =
    barredNow(standing, state.review, rules) ??
    notBeforeVisit(state, rules) ??
    wrongScores(scores, rules.scoresheet);
  if (wrong !== undefined) return wrong;
  if (findSheet(state, expertId) !== undefined) return deny('scoresheet-exists');
  return accept<ReviewEvent>({ type: 'ScoresheetSubmitted', data: { expertId, ...totalled(scores) } });
}

export function reviseScoresheet(
  { expertId, scores, reason }: ReviewAct<'ReviseScoresheet'>,
  state: Inviting | Assembled,
  { actor }: DecisionContext,
  { rules }: ReviewTools,
): Result {
  const seat = ownSeat(state.panel, expertId, actor);
  if ('refused' in seat) return seat;
  if (findSheet(state, expertId) === undefined) return deny('scoresheet-missing');
  return (
    wrongScores(scores, rules.scoresheet) ??
    accept<ReviewEvent>({ type: 'ScoresheetRevised', data: { expertId, ...totalled(scores), reason } })
  );
}

/** Refuses what must wait for the site visit. */
export function notBeforeVisit({ visits }: Panelled, { siteVisit }: ReviewRules): Denial | undefined {
  return siteVisit && visits === 0 ? deny('site-visit-required') : undefined;
}

function findSheet({ sheets }: Panelled, expertId: string): Sheet | undefined {
  return sheets.find((sheet) => sheet.expertId === expertId && !sheet.void);
}

function totalled(scores: Scores): { scores: Scores[number][]; total: number } {
  return { scores: [...scores], total: scores.reduce((sum, { points }) => sum + points, 0) };
}

function wrongScores(scores: Scores, scoresheet: Scoresheet | null): Denial | undefined {
  if (scoresheet === null) return deny('no-scoresheet');
  const expected = scoresheet.criteria.map(({ code }) => code);
  const scored = scores.map(({ criterion }) => criterion);
  if (expected.toSorted().join() !== scored.toSorted().join())
    return deny('criteria-mismatch', { params: { expected: expected.join(', ') } });
  for (const { criterion, points } of scores) {
    const maximum = scoresheet.criteria.find(({ code }) => code === criterion)?.maximum ?? 0;
    if (!Number.isInteger(points) || points < 0 || points > maximum)
      return deny('points-out-of-range', { params: { criterion, maximum, points } });
  }
  return undefined;
}

/** Scoresheets that count. */
export function counting({ sheets }: Panelled): readonly Sheet[] {
  return sheets.filter((sheet) => !sheet.void);
}

/** How many scoresheets must count before a panel of this size may form its opinion. */
export function sheetsNeeded({ panel }: Panelled, scoresheet: Scoresheet | null): number {
  if (scoresheet === null) return 0;
  const { numerator, denominator } = scoresheet.quorum;
  return Math.max(1, Math.ceil((panel.length * numerator) / denominator));
}

/** A mean as text with two decimals, half a hundredth rounded up; exact, so that anyone gets the same. */
export function meanText(sum: number, count: number): string {
  const hundredths = Math.floor((200 * sum + count) / (2 * count));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** What the scores say against a recommendation. The means are compared exactly, before rounding. */
export function scoreFindings(
  recommendation: string,
  sheets: readonly Sheet[],
  scoresheet: Scoresheet,
): readonly Finding[] {
  const total = sheets.reduce((sum, sheet) => sum + sheet.total, 0);
  const reaches = (sum: number, { atLeast, inclusive }: Bound) =>
    inclusive ? sum >= atLeast * sheets.length : sum > atLeast * sheets.length;
  const at = scoresheet.bands.findIndex((each) => reaches(total, each));
  const band = scoresheet.bands[at];
  // The lowest band is reached by missing the one above it, whose bound then is the rule.
  const rule = at === scoresheet.bands.length - 1 ? (scoresheet.bands[at - 1] ?? band) : band;
  const departure: readonly Finding[] =
    band === undefined || rule === undefined || band.conclusion === recommendation
      ? []
      : [
          {
            code: 'recommendation-departs-from-score',
            strength: rule.strength,
            article: rule.article,
            params: { average: meanText(total, sheets.length), suggested: band.conclusion, recommendation },
          },
        ];
  const floors = scoresheet.criteria.flatMap(({ code, floor }): readonly Finding[] => {
    if (floor === undefined || floor.conclusion === recommendation) return [];
    const sum = sheets.reduce((points, sheet) => points + pointsFor(sheet, code), 0);
    if (reaches(sum, floor)) return [];
    return [
      {
        code: 'criterion-below-floor',
        strength: floor.strength,
        article: floor.article,
        params: { criterion: code, average: meanText(sum, sheets.length), suggested: floor.conclusion },
      },
    ];
  });
  return [...floors, ...departure];
}

function pointsFor({ scores }: Sheet, criterion: string): number {
  return scores.find((score) => score.criterion === criterion)?.points ?? 0;
}
