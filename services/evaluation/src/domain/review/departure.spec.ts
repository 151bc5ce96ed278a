import { deciderSpec } from '@iic/event-sourcing/testing';
import { expert, handler } from '../testing/people.ts';
import { play } from '../testing/play.ts';
import {
  assembled,
  concluded,
  deliberated,
  first,
  frozen,
  opinionHash,
  ordered,
  panelState,
  reserves,
  review,
  scored,
  second,
  shownAs,
  third,
  told,
} from '../testing/review-histories.ts';
import { nextMembers } from './seats.ts';

const spec = deciderSpec(review);

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
          data: {
            expertId: first,
            commitment: shownAs(first),
            conflict: { basis: 'declared', organisation: 'org-member' },
          },
          personal: { subject: first, content: { remark: '亲属任职' } },
        },
        { type: 'PanelMemberReplaced', data: { outgoing: first, incoming, drawn: incoming.commitment } },
        told(second, third),
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
            commitment: shownAs(first),
            conflict: { basis: 'reported', organisation: 'org-lead' },
            afterConclusion: false,
          },
        },
        { type: 'ScoresheetVoided', data: { expertId: first, reason: 'conflict-found' } },
        { type: 'PanelOpinionVoided', data: { opinionHash, reason: 'conflict-found' } },
        { type: 'PanelMemberReplaced', data: { outgoing: first, incoming, drawn: incoming.commitment } },
        told(second, third),
      );
  });

  it('are recorded of candidates without a seat', () => {
    const [reserve = ''] = reserves;
    const found = {
      type: 'ConflictFound',
      data: {
        expertId: reserve,
        commitment: shownAs(reserve),
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
            commitment: shownAs(first),
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
        {
          type: 'PanelMemberExcused',
          data: { expertId: third, commitment: shownAs(third), reason: '逾期未答复' },
        },
        { type: 'PanelMemberReplaced', data: { outgoing: third, incoming, drawn: incoming.commitment } },
        told(first, second),
      );
  });

  it('is about members', () => {
    spec
      .given(...assembled)
      .when({ type: 'ExcuseMember', expertId: 'nobody', reason: 'x' }, { actor: handler })
      .refuses('not-on-panel');
  });
});

/** Who the published order puts on the seat of a member who leaves. */
function replacementFor(history: typeof frozen, expertId: string) {
  const state = panelState(history);
  return nextMembers({
    ...state,
    panel: state.panel.filter(({ member }) => member.expertId !== expertId),
    departed: [...state.departed, expertId],
  });
}
