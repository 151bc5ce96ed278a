import { deciderSpec } from '@iic/event-sourcing/testing';
import { drawOrder } from '../draw/draw-order.ts';
import { expert, handler } from '../testing/people.ts';
import { play } from '../testing/play.ts';
import {
  acceptAll,
  candidates,
  committed,
  composed,
  first,
  frozen,
  membersOf,
  ordered,
  panelState,
  register,
  review,
  second,
  seedOf,
  shownAs,
  standing,
  told,
} from '../testing/review-histories.ts';
import { policy, sha256 } from '../testing/sample-rules.ts';
import { nextMembers } from './seats.ts';

const spec = deciderSpec(review);
const composition = {
  seats: 3,
  minimums: [
    { code: 'external', count: 2 },
    { code: 'finance', count: 1 },
  ],
};

describe('composing the panel', () => {
  it('seats the first of the order with whom the composition holds', () => {
    const members = panelState(composed).panel.map(({ member }) => member);
    const pool = panelState(composed).pool.entries.map(({ commitment }) => commitment);
    const order = drawOrder([seedOf('handler-1'), seedOf('decider-1')], pool, sha256);
    spec
      .given(...ordered)
      .when({ type: 'ComposePanel' }, { actor: handler })
      .records({
        type: 'PanelComposed',
        data: { attempt: 1, drawn: members.map(({ commitment }) => commitment), members },
        policy: { ...policy, article: 'Art. 15' },
      });
    for (const { commitment, position } of members) expect(order[position - 1]).toBe(commitment);
    for (const { code, count } of composition.minimums)
      expect(members.filter(({ codes }) => codes.includes(code)).length).toBeGreaterThanOrEqual(count);
  });

  it('never seats somebody whose conflict was found meanwhile', () => {
    const found = play(review, ordered, [
      { type: 'ReportConflict', expertId: first, organisation: 'org-lead' },
      handler,
    ]);
    const again = play(review, found, [{ type: 'ComposePanel' }, handler]);
    expect(membersOf(again)).not.toContain(first);
  });

  it('is refused when those left do not make a panel', () => {
    const emptied = play(
      review,
      ordered,
      ...['expert-2', 'expert-4'].map(
        (expertId) => [{ type: 'ReportConflict', expertId, organisation: null }, handler] as const,
      ),
    );
    spec
      .given(...emptied)
      .when({ type: 'ComposePanel' }, { actor: handler })
      .refuses('pool-insufficient');
  });
});

describe('invitations', () => {
  it('are accepted by the member itself, declaring no conflict', () => {
    const accept = { type: 'AcceptInvitation', expertId: first, noConflict: true, standing } as const;
    const given = spec.given(...composed);
    given
      .when(accept, { actor: expert(first) })
      .records(
        { type: 'InvitationAccepted', data: { expertId: first, noConflictDeclared: true } },
        told(first),
      );
    given.when({ ...accept, noConflict: false }, { actor: expert(first) }).refuses('no-conflict-undeclared');
    given.when(accept, { actor: expert(second) }).refuses('not-yourself');
    given.when({ ...accept, expertId: 'nobody' }, { actor: expert('nobody') }).refuses('not-on-panel');
  });

  it('are not accepted by whom the registers would keep out today', () => {
    const { expert: sound, register: organisations } = standing;
    const given = spec.given(...composed);
    const accept = (change: Partial<typeof sound>, recordedElsewhere = false) =>
      given.when(
        {
          type: 'AcceptInvitation',
          expertId: first,
          noConflict: true,
          standing: { expert: { ...sound, ...change }, recordedElsewhere, register: organisations },
        },
        { actor: expert(first) },
      );
    accept({}, true).refuses('conflict-since-draw');
    accept({ suspended: true }).refuses('expert-suspended-since');
    accept({ employer: 'org-lead' }).refuses('conflict-since-draw');
    accept({ ties: [{ organisation: 'org-member', kind: 'consultant' }] }).refuses('conflict-since-draw');
  });

  it('are accepted once', () => {
    const accept = { type: 'AcceptInvitation', expertId: first, noConflict: true, standing } as const;
    const once = play(review, composed, [accept, expert(first)]);
    spec
      .given(...once)
      .when(accept, { actor: expert(first) })
      .refuses('already-accepted');
    spec
      .given(...once)
      .when({ type: 'RefuseInvitation', expertId: first, reason: 'unavailable' }, { actor: expert(first) })
      .refuses('already-accepted');
  });

  it('pass to the next of the order when refused; the remark stays encrypted', () => {
    const [incoming] = replacementFor(composed, first);
    if (incoming === undefined) throw new Error('no replacement');
    spec
      .given(...composed)
      .when(
        { type: 'RefuseInvitation', expertId: first, reason: 'unavailable', remark: '出国' },
        { actor: expert(first) },
      )
      .records(
        {
          type: 'InvitationRefused',
          data: { expertId: first, commitment: shownAs(first), reason: 'unavailable' },
          personal: { subject: first, content: { remark: '出国' } },
        },
        { type: 'PanelMemberReplaced', data: { outgoing: first, incoming, drawn: incoming.commitment } },
      );
  });

  it('are refused by the member itself', () => {
    const refuse = { type: 'RefuseInvitation', expertId: first, reason: 'unavailable' } as const;
    spec
      .given(...composed)
      .when(refuse, { actor: expert(second) })
      .refuses('not-yourself');
  });

  it('leave the seat vacant when the order is exhausted', () => {
    const small = play(review, committed, [
      { type: 'FreezePool', candidates: candidates.slice(0, 3), unknown: [], conflictedBefore: [], register },
      handler,
    ]);
    const [one = '', two = ''] = [...membersOf(drawn(small))];
    const refuse = { type: 'RefuseInvitation', expertId: one, reason: 'unavailable' } as const;
    const given = spec.given(...drawn(small));
    given.when(refuse, { actor: expert(one) }).records({
      type: 'InvitationRefused',
      data: { expertId: one, commitment: shownAs(one), reason: 'unavailable' },
    });
    const vacant = acceptAll(play(review, drawn(small), [refuse, expert(one)]));
    expect(panelState(vacant).status).toBe('inviting');
    expect(membersOf(vacant)).toContain(two);
  });
});

describe('going on with fewer members', () => {
  const reduce = { type: 'ReducePanel', reason: '候选次序已用尽' } as const;
  const small = play(review, committed, [
    { type: 'FreezePool', candidates: candidates.slice(0, 3), unknown: [], conflictedBefore: [], register },
    handler,
  ]);

  it('is possible where the rules have a composition of that size', () => {
    const vacant = play(review, drawn(small), [
      { type: 'ExcuseMember', expertId: 'expert-1', reason: '住院' },
      handler,
    ]);
    spec
      .given(...vacant)
      .when(reduce, { actor: handler })
      .records({
        type: 'PanelReduced',
        data: { seats: 2, minimums: [{ code: 'external', count: 2 }], reason: '候选次序已用尽' },
      });
    const reduced = acceptAll(play(review, vacant, [reduce, handler]));
    expect(panelState(reduced).status).toBe('assembled');
  });

  it('is refused while the panel is as drawn', () => {
    spec
      .given(...composed)
      .when(reduce, { actor: handler })
      .refuses('no-vacant-seat');
  });

  it('is refused below the smallest composition', () => {
    const vacant = play(
      review,
      drawn(small),
      [{ type: 'ExcuseMember', expertId: 'expert-1', reason: '住院' }, handler],
      [{ type: 'ExcuseMember', expertId: 'expert-2', reason: '住院' }, handler],
    );
    spec
      .given(...vacant)
      .when(reduce, { actor: handler })
      .refuses('panel-too-small');
  });
});

function drawn(history: typeof frozen): typeof frozen {
  return play(
    review,
    history,
    [{ type: 'OpenSeed', seed: seedOf('handler-1') }, handler],
    [
      { type: 'OpenSeed', seed: seedOf('decider-1') },
      { ...handler, subject: 'decider-1', role: 'pdrc-decider' },
    ],
    [{ type: 'ComposePanel' }, handler],
  );
}

/** Who the published order puts on the seat of a member who leaves. */
function replacementFor(history: typeof frozen, expertId: string) {
  const state = panelState(history);
  return nextMembers({
    ...state,
    panel: state.panel.filter(({ member }) => member.expertId !== expertId),
    departed: [...state.departed, expertId],
  });
}
