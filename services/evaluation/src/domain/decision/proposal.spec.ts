import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  annulled,
  approvedOnce,
  decision,
  decisionId,
  firstHash,
  opened,
  prepared,
  propose,
  secondHash,
  suspended,
  taken,
  voided,
} from '../testing/decision-histories.ts';
import { handler } from '../testing/people.ts';
import { play } from '../testing/play.ts';
import { policy } from '../testing/sample-rules.ts';
import type { DecisionEvent } from './events.ts';

const spec = deciderSpec(decision);
const { type: _, policy: __, ...proposal } = propose;

describe('proposing', () => {
  const newer = { ...propose, subjectVersion: 2, subjectHash: secondHash, reviewId: 'review-2' };

  it('opens a decision on one version under the case’s pack', () => {
    spec
      .given()
      .when(propose)
      .records({
        type: 'DecisionOpened',
        data: { ...proposal, policyId: policy.id, policyHash: policy.hash },
        policy: { ...policy, article: 'Art. 15' },
      });
  });

  it('changes nothing when repeated', () => {
    for (const history of [opened, prepared, taken])
      spec
        .given(...history)
        .when(propose)
        .records();
  });

  it('refuses a kind the pack does not have, and an identifier of another decision', () => {
    spec
      .given()
      .when({ ...propose, kind: 'adjustment' })
      .refuses('decision-kind-unknown');
    for (const other of [
      { caseId: 'case-2' },
      { kind: 'acceptance' as const },
      { subject: 'project-case-1' },
    ])
      spec
        .given(...opened)
        .when({ ...propose, ...other })
        .refuses('decision-id-in-use');
  });

  it.each<[string, readonly DecisionEvent[], readonly string[]]>([
    ['an open decision', opened, []],
    ['a prepared one', prepared, []],
    ['one with an approval', approvedOnce, ['decider-1']],
  ])('with another hash starts %s anew', (_name, history, invalidatedApprovals) => {
    spec
      .given(...history)
      .when(newer)
      .records({
        type: 'DecisionSubjectChanged',
        data: {
          decisionId,
          caseId: 'case-1',
          subjectVersion: 2,
          subjectHash: secondHash,
          previousHash: firstHash,
          reviewId: 'review-2',
          summary: propose.summary,
          invalidatedApprovals: [...invalidatedApprovals],
        },
      });
    const changed = play(decision, history, [newer, handler]);
    expect(spec.given(...changed).state()).toMatchObject({
      status: 'open',
      file: { subjectHash: secondHash },
    });
    expect(spec.given(...changed).state()).not.toHaveProperty('approvals');
  });

  it.each([
    ['taken', taken],
    ['suspended', suspended],
  ])('with another hash voids a decision %s meanwhile', (_name, history) => {
    spec
      .given(...history)
      .when(newer)
      .records({
        type: 'DecisionVoided',
        data: { decisionId, caseId: 'case-1', subjectHash: secondHash, reason: 'subject-changed' },
      });
  });

  it('with another hash is refused when the decision is annulled', () => {
    const third = { ...newer, subjectHash: 'f'.repeat(64) };
    spec
      .given(...annulled)
      .when(third)
      .refuses('decision-ended');
  });

  it('with another hash changes nothing once the decision is void: its owner does not know yet', () => {
    spec
      .given(...voided)
      .when({ ...newer, subjectHash: 'f'.repeat(64) })
      .records();
  });
});

describe('reassigning the competent unit', () => {
  it('follows the act recorded for the case, once', () => {
    const command = { type: 'ReassignDecision', competentUnit: 'org-other-unit' } as const;
    const event: DecisionEvent = {
      type: 'DecisionCompetentUnitReassigned',
      data: { competentUnit: 'org-other-unit', previous: 'org-unit' },
    };
    spec
      .given(...opened)
      .when(command)
      .records(event);
    spec
      .given(...opened, event)
      .when(command)
      .records();
    spec
      .given(...taken)
      .when(command)
      .records(event);
  });
});
