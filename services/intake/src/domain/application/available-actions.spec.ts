import { lead, now, play } from '../../testing/case-fixtures.ts';
import { exampleCommands, histories } from '../../testing/case-histories.ts';
import { availableActions } from './available-actions.ts';
import { statuses } from './state.ts';

describe('what may be done next', () => {
  it('names the action a case waits for, its party and the due date', () => {
    expect(availableActions(histories.submitted.state, now)[0]).toEqual({
      action: 'preliminary-review',
      by: 'competent-unit',
      organisation: 'org-unit',
      expected: true,
      until: '2026-04-01T15:59:59.999Z',
      overdue: false,
    });
    expect(availableActions(histories.filed.state, now)[0]).toMatchObject({
      action: 'formality-check',
      by: 'pdrc-handler',
      organisation: null,
    });
  });

  it('says when it is overdue', () => {
    expect(availableActions(histories.submitted.state, 'z')[0]?.overdue).toBe(true);
    expect(availableActions(histories.submitted.state, 'z')[1]?.overdue).toBe(false);
  });

  it.each([
    ['draft', 'submit'],
    ['submitted', 'preliminary-review'],
    ['returned', 'submit'],
    ['passed', 'file'],
    ['filed', 'formality-check'],
    ['in-revision', 'submit-revision'],
  ] as const)('a case that is %s waits for: %s', (status, action) => {
    const expected = availableActions(histories[status].state, now).filter((next) => next.expected);
    expect(expected.map((next) => next.action)).toEqual([action]);
  });

  it.each(['accepted', 'under-review', 'awaiting-decision', 'approved'] as const)(
    'a case that is %s waits for nobody here: the review or the decision is elsewhere',
    (status) => {
      expect(availableActions(histories[status].state, now).filter((next) => next.expected)).toEqual([]);
    },
  );

  it.each(['rejected', 'declined', 'refused', 'withdrawn'] as const)('nothing, once it is %s', (status) => {
    expect(availableActions(histories[status].state, now)).toEqual([]);
  });

  it('no second request for withdrawal', () => {
    const requested = play(histories.accepted, lead, exampleCommands.RequestWithdrawal);
    const actions = (state: typeof requested.state) =>
      availableActions(state, now).map((next) => next.action);
    expect(actions(histories.accepted.state)).toContain('request-withdrawal');
    expect(actions(requested.state)).not.toContain('request-withdrawal');
  });

  it('never anything of the platform itself', () => {
    for (const status of statuses) {
      const parties = availableActions(histories[status].state, now).map(({ by }) => by as string);
      expect(parties).not.toContain('platform');
    }
  });
});
