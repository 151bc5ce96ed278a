/** A plan revised while the decision on the version before is taken: that decision is void, another follows. */
import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  application,
  attempt,
  caseOf,
  chapter,
  commit,
  lead,
  lookups,
  manifestHashOf,
  now,
  type Played,
  pdrc,
  platform,
  play,
} from '../../testing/case-fixtures.ts';
import {
  cite,
  decisionId,
  decisionTaken,
  histories,
  manifestHash,
  points,
  proposal,
} from '../../testing/case-histories.ts';

const spec = deciderSpec(application.decider);
const when = (played: Played) => spec.given(...played.events);
const secondId = `${decisionId}-2`;
const voided = { type: 'RecordDecisionVoided', decisionId } as const;

function revise(played: Played, summary: string): Played {
  const asked = play(played, pdrc, { type: 'RequestRevision', points });
  const chapters = [chapter('summary', summary)];
  const written = play(asked, lead, { type: 'WriteChapters', chapters, source: null });
  return play(commit(written), lead, { type: 'SubmitRevision', lookups });
}

const revised = revise(histories['awaiting-decision'], '第二稿');
const secondHash = manifestHashOf(revised);
const proposedAnew = play(revised, platform, voided);
const decision = { ...decisionTaken, subjectVersion: 2, subjectHash: secondHash };

describe('a void decision', () => {
  it('is followed by a proposal of the current version under the next id', () => {
    when(revised)
      .when(voided, { actor: platform })
      .records(proposal(2, secondHash, secondId));
    expect(caseOf(proposedAnew)).toMatchObject({ status: 'awaiting-decision' });
  });

  it('is so once, however often it is told', () => {
    when(proposedAnew).when(voided, { actor: platform }).records();
  });

  it('is so while the next revision is being written, which then goes to the new decision', () => {
    const asked = play(revised, pdrc, { type: 'RequestRevision', points });
    when(asked)
      .when(voided, { actor: platform })
      .records(proposal(2, secondHash, secondId));
    const third = revise(proposedAnew, '第三稿');
    expect(third.events.at(-1)).toEqual(proposal(3, manifestHashOf(third), secondId));
    expect(caseOf(third).decisions).toEqual([decisionId, secondId]);
  });

  it('may befall the new decision too', () => {
    const third = revise(proposedAnew, '第三稿');
    when(third)
      .when({ ...voided, decisionId: secondId }, { actor: platform })
      .records(proposal(3, manifestHashOf(third), `${decisionId}-3`));
    when(third).when(voided, { actor: platform }).records();
  });

  it('decides nothing, before it is known to be void and after', () => {
    when(revised).when(decisionTaken, { actor: platform }).refuses('decision-of-other-version');
    when(proposedAnew).when(decisionTaken, { actor: platform }).records();
    const sameHash = { ...decisionTaken, subjectHash: secondHash };
    when(proposedAnew).when(sameHash, { actor: platform }).records();
  });

  it('decides nothing either where the plan is by now what it was', () => {
    const back = revise(revised, 'summary 内容');
    expect(manifestHashOf(back)).toBe(manifestHash);
    when(back).when(decisionTaken, { actor: platform }).refuses('decision-of-other-version');
    expect(attempt(back, { ...decisionTaken, subjectVersion: 3 }, { now, actor: platform })).toBeDefined();
  });

  it('leaves the case to the new decision', () => {
    when(proposedAnew)
      .when({ ...decision, decisionId: secondId, outcome: 'declined' }, { actor: platform })
      .records({
        type: 'ApplicationDeclined',
        data: { caseId: caseOf(revised).caseId, decisionId: secondId, manifestHash: secondHash },
        ...cite('Art. 15'),
      });
    const approved = play(proposedAnew, platform, { ...decision, decisionId: secondId });
    expect(caseOf(approved)).toMatchObject({ status: 'approved', decisionId: secondId });
    when(approved).when(voided, { actor: platform }).refuses('wrong-state');
  });

  it('is one of this case', () => {
    when(histories['under-review']).when(voided, { actor: platform }).refuses('wrong-state');
    when(revised).when(voided, { actor: lead }).refuses('not-permitted');
  });
});
