import { deciderSpec } from '@iic/event-sourcing/testing';
import { handler, decider as pdrcDecider } from '../testing/people.ts';
import { stateAfter } from '../testing/play.ts';
import { meritOf, meritRoundAggregate, type RankRound } from './merit-round.ts';

const spec = deciderSpec(meritRoundAggregate.decider);

function entry(caseId: string, rank: number) {
  return { caseId, reviewId: `${caseId}-formation-1`, rank, averageScore: '80.00' };
}

const rank: RankRound = {
  type: 'RankRound',
  roundId: 'round-1',
  kind: 'formation',
  entries: [entry('b', 2), entry('a', 1)],
  notConcluded: [],
  reasons: '按专家组意见和布局需要排序',
};
const ranked = {
  type: 'MeritRoundRanked',
  data: {
    roundId: 'round-1',
    kind: 'formation',
    edition: 1,
    entries: [entry('a', 1), entry('b', 2)],
    reasons: '按专家组意见和布局需要排序',
  },
} as const;

describe('ranking a round', () => {
  it('records who comes before whom, and why', () => {
    spec
      .given()
      .when(rank, { actor: handler })
      .records({ ...ranked, data: { ...ranked.data, entries: [...ranked.data.entries] } });
  });

  it('may be done again; both stay on record', () => {
    const { result } = spec.given().when({ ...rank, entries: [entry('a', 1)] }, { actor: handler });
    if (!('accepted' in result)) throw new Error('refused');
    const again = spec.given(...result.accepted).when(rank, { actor: handler });
    expect(again.result).toMatchObject({ accepted: [{ data: { edition: 2 } }] });
    spec
      .given(...result.accepted)
      .when({ ...rank, kind: 'acceptance' }, { actor: handler })
      .refuses('ranking-kind-differs');
  });

  it.each<[string, RankRound['entries'], string]>([
    ['nobody', [], 'ranking-empty'],
    ['a case twice', [entry('a', 1), entry('a', 2)], 'ranking-repeats'],
    ['a gap', [entry('a', 1), entry('b', 3)], 'ranking-gaps'],
    ['a tie', [entry('a', 1), entry('b', 1)], 'ranking-gaps'],
  ])('refuses %s', (_name, entries, code) => {
    spec
      .given()
      .when({ ...rank, entries }, { actor: handler })
      .refuses(code);
  });

  it('ranks cases whose review is concluded', () => {
    spec
      .given()
      .when({ ...rank, notConcluded: ['b-formation-1'] }, { actor: handler })
      .refuses('ranking-review-open');
  });

  it('is a handler’s', () => {
    spec.given().when(rank, { actor: pdrcDecider }).refuses('role-may-not');
  });

  it('tells the place of a case', () => {
    const { result } = spec.given().when(rank, { actor: handler });
    if (!('accepted' in result)) throw new Error('refused');
    const state = stateAfter(meritRoundAggregate.decider, result.accepted);
    expect(meritOf(state, 'b')).toEqual({ roundId: 'round-1', rank: 2, of: 2 });
    expect(meritOf(state, 'c')).toBeUndefined();
    expect(meritOf({ status: 'none' }, 'a')).toBeUndefined();
  });
});
