import { deciderSpec } from '@iic/event-sourcing/testing';
import { drawOrder } from '../draw/draw-order.ts';
import { expert, handler } from '../testing/people.ts';
import { play } from '../testing/play.ts';
import {
  acceptAll,
  assembled,
  candidates,
  committed,
  composed,
  concluded,
  deliberated,
  first,
  frozen,
  membersOf,
  opinionHash,
  ordered,
  panelState,
  register,
  reserves,
  review,
  scored,
  second,
  seedOf,
  third,
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
    const accept = { type: 'AcceptInvitation', expertId: first, noConflict: true } as const;
    const given = spec.given(...composed);
    given
      .when(accept, { actor: expert(first) })
      .records({ type: 'InvitationAccepted', data: { expertId: first, noConflictDeclared: true } });
    given.when({ ...accept, noConflict: false }, { actor: expert(first) }).refuses('no-conflict-undeclared');
    given.when(accept, { actor: expert(second) }).refuses('not-yourself');
    given.when({ ...accept, expertId: 'nobody' }, { actor: expert('nobody') }).refuses('not-on-panel');
  });

  it('are accepted once', () => {
    const accept = { type: 'AcceptInvitation', expertId: first, noConflict: true } as const;
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
          data: { expertId: first, reason: 'unavailable' },
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
      { type: 'FreezePool', candidates: candidates.slice(0, 3), register },
      handler,
    ]);
    const [one = '', two = ''] = [...membersOf(drawn(small))];
    const refuse = { type: 'RefuseInvitation', expertId: one, reason: 'unavailable' } as const;
    const given = spec.given(...drawn(small));
    given
      .when(refuse, { actor: expert(one) })
      .records({ type: 'InvitationRefused', data: { expertId: one, reason: 'unavailable' } });
    const vacant = acceptAll(play(review, drawn(small), [refuse, expert(one)]));
    expect(panelState(vacant).status).toBe('inviting');
    expect(membersOf(vacant)).toContain(two);
  });
});

describe('conflicts that come up later', () => {
  it('are declared by the member, whose seat passes on', () => {
    const [incoming] = replacementFor(assembled, first);
    if (incoming === undefined) throw new Error('no replacement');
    spec
      .given(...assembled)
      .when(
        { type: 'DeclareConflict', expertId: first, organisation: 'org-member', remark: '亲属任职' },
        { actor: expert(first) },
      )
      .records(
        {
          type: 'ConflictDeclared',
          data: { expertId: first, conflict: { basis: 'declared', organisation: 'org-member' } },
          personal: { subject: first, content: { remark: '亲属任职' } },
        },
        { type: 'PanelMemberReplaced', data: { outgoing: first, incoming, drawn: incoming.commitment } },
      );
    spec
      .given(...assembled)
      .when({ type: 'DeclareConflict', expertId: first, organisation: null }, { actor: expert(second) })
      .refuses('not-yourself');
  });

  it('void the scoresheet and an opinion that counts it', () => {
    const [incoming] = replacementFor(deliberated, first);
    if (incoming === undefined) throw new Error('no replacement');
    spec
      .given(...deliberated)
      .when({ type: 'ReportConflict', expertId: first, organisation: 'org-lead' }, { actor: handler })
      .records(
        {
          type: 'ConflictFound',
          data: {
            expertId: first,
            conflict: { basis: 'reported', organisation: 'org-lead' },
            afterConclusion: false,
          },
        },
        { type: 'ScoresheetVoided', data: { expertId: first, reason: 'conflict-found' } },
        { type: 'PanelOpinionVoided', data: { opinionHash, reason: 'conflict-found' } },
        { type: 'PanelMemberReplaced', data: { outgoing: first, incoming, drawn: incoming.commitment } },
      );
  });

  it('are recorded of candidates without a seat', () => {
    const [reserve = ''] = reserves;
    const found = {
      type: 'ConflictFound',
      data: {
        expertId: reserve,
        conflict: { basis: 'reported', organisation: null },
        afterConclusion: false,
      },
    } as const;
    const report = { type: 'ReportConflict', expertId: reserve, organisation: null } as const;
    for (const history of [frozen, ordered, assembled])
      spec
        .given(...history)
        .when(report, { actor: handler })
        .records(found);
    spec
      .given(...ordered, found)
      .when(report, { actor: handler })
      .refuses('conflict-recorded');
  });

  it('are recorded after the conclusion too, and void the scoresheet', () => {
    spec
      .given(...concluded)
      .when({ type: 'ReportConflict', expertId: first, organisation: 'org-lead' }, { actor: handler })
      .records(
        {
          type: 'ConflictFound',
          data: {
            expertId: first,
            conflict: { basis: 'reported', organisation: 'org-lead' },
            afterConclusion: true,
          },
        },
        { type: 'ScoresheetVoided', data: { expertId: first, reason: 'conflict-found' } },
      );
    const after = play(review, concluded, [
      { type: 'ReportConflict', expertId: first, organisation: 'org-lead' },
      handler,
    ]);
    expect(panelState(after).status).toBe('concluded');
  });

  it('are about people in the pool', () => {
    spec
      .given(...assembled)
      .when({ type: 'ReportConflict', expertId: 'nobody', organisation: null }, { actor: handler })
      .refuses('not-a-candidate');
  });

  it('keep a person out of every later attempt', () => {
    const next = play(
      review,
      assembled,
      [{ type: 'ReportConflict', expertId: first, organisation: null }, handler],
      [{ type: 'CancelDraw', reason: '重新抽取' }, handler],
    );
    expect(spec.given(...next).state()).toMatchObject({ status: 'committing', conflicted: [first] });
  });
});

describe('excusing a member', () => {
  it('records why and lets the next of the order take the seat', () => {
    const [incoming] = replacementFor(scored, third);
    if (incoming === undefined) throw new Error('no replacement');
    spec
      .given(...scored)
      .when({ type: 'ExcuseMember', expertId: third, reason: '逾期未答复' }, { actor: handler })
      .records(
        { type: 'PanelMemberExcused', data: { expertId: third, reason: '逾期未答复' } },
        { type: 'PanelMemberReplaced', data: { outgoing: third, incoming, drawn: incoming.commitment } },
      );
  });

  it('is about members', () => {
    spec
      .given(...assembled)
      .when({ type: 'ExcuseMember', expertId: 'nobody', reason: 'x' }, { actor: handler })
      .refuses('not-on-panel');
  });
});

describe('going on with fewer members', () => {
  const reduce = { type: 'ReducePanel', reason: '候选次序已用尽' } as const;
  const small = play(review, committed, [
    { type: 'FreezePool', candidates: candidates.slice(0, 3), register },
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
