import type { ReviewCommand } from '../review/commands.ts';
import { expert, handler } from '../testing/people.ts';
import { play, type Step } from '../testing/play.ts';
import {
  assembled,
  candidates,
  commitmentOf,
  commitSteps,
  composed,
  concluded,
  first,
  opened,
  panelState,
  reserves,
  review,
  seedOf,
  shownAs,
  withdrawn,
} from '../testing/review-histories.ts';
import { sha256 } from '../testing/sample-rules.ts';
import { drawOrder } from './draw-order.ts';
import { type DrawAttempt, drawRecord } from './draw-record.ts';
import { selectMembers } from './select-panel.ts';

/** What somebody outside does with a published attempt: recompute order and seats from nothing else. */
function recompute({ seeds, pool, composition, order, seats }: DrawAttempt) {
  if (pool === null || composition === null || order === null) throw new Error('not drawn');
  const opened = seeds.map(({ seed }) => seed ?? '');
  const recomputed = drawOrder(
    opened,
    pool.map(({ commitment }) => commitment),
    sha256,
  );
  const candidates = recomputed.flatMap((one) => pool.filter(({ commitment }) => commitment === one));
  let seated = [...selectMembers(candidates, [], composition)];
  const gone: string[] = [];
  for (const { commitment, what } of seats.slice(composition.seats)) {
    if (what === 'seated') continue;
    gone.push(commitment);
    seated = seated.filter((one) => one.commitment !== commitment);
    const free = candidates.filter((one) => !gone.includes(one.commitment) && !seated.includes(one));
    seated.push(...selectMembers(free, seated, composition));
  }
  return { order: recomputed, seated: seated.map(({ commitment }) => commitment).sort() };
}

describe('the public record of a draw', () => {
  it('is empty before the first seed', () => {
    expect(drawRecord(opened)).toEqual([]);
    expect(drawRecord(withdrawn)).toEqual([]);
  });

  it('holds seeds, pool, order and seats, and no identity', () => {
    const [attempt, ...others] = drawRecord(concluded);
    expect(others).toEqual([]);
    expect(attempt).toMatchObject({
      attempt: 1,
      algorithm: 'iic-draw/1',
      seeds: [
        { holder: 'handler-1', commitment: commitmentOf('handler-1'), seed: seedOf('handler-1') },
        { holder: 'decider-1', commitment: commitmentOf('decider-1'), seed: seedOf('decider-1') },
      ],
      composition: { seats: 3 },
      cancelled: null,
    });
    expect(attempt?.pool?.length).toBe(candidates.length);
    for (const { expertId, salt } of candidates) {
      expect(JSON.stringify(attempt)).not.toContain(expertId);
      expect(JSON.stringify(attempt)).not.toContain(salt);
    }
  });

  it('lets anyone recompute the order and every seat, replacements included', () => {
    const [reserve = ''] = reserves;
    const leave: Step<ReviewCommand> = [
      { type: 'DeclareConflict', expertId: first, organisation: null },
      expert(first),
    ];
    const replaced = play(review, assembled, leave);
    const barred: Step<ReviewCommand> = [
      { type: 'ReportConflict', expertId: reserve, organisation: null },
      handler,
    ];
    for (const history of [composed, replaced, play(review, assembled, barred, leave)]) {
      const [attempt] = drawRecord(history);
      if (attempt === undefined) throw new Error('no draw');
      const members = panelState(history).panel.map(({ member }) => member.commitment);
      expect(recompute(attempt)).toEqual({ order: attempt.order, seated: members.sort() });
    }
    expect(drawRecord(replaced)[0]?.seats.slice(3)).toMatchObject([
      { commitment: shownAs(first), what: 'conflict' },
      { what: 'seated' },
    ]);
  });

  it('keeps cancelled attempts with their reason, and who refused or was excused', () => {
    const [second = ''] = reserves;
    const refused = play(review, composed, [
      { type: 'RefuseInvitation', expertId: first, reason: 'unavailable' },
      expert(first),
    ]);
    const excused = play(review, refused, [
      {
        type: 'ExcuseMember',
        expertId: panelState(refused).panel[0]?.member.expertId ?? second,
        reason: '住院',
      },
      handler,
    ]);
    const again = play(
      review,
      excused,
      [{ type: 'CancelDraw', reason: '候选人不足' }, handler],
      ...commitSteps(2),
    );
    const [cancelled, current] = drawRecord(again);
    expect(cancelled).toMatchObject({ attempt: 1, cancelled: '候选人不足' });
    expect(cancelled?.seats.map(({ what }) => what).filter((what) => what !== 'seated')).toEqual([
      'refused',
      'excused',
    ]);
    expect(current).toMatchObject({ attempt: 2, pool: null, order: null, seats: [], cancelled: null });
  });
});
