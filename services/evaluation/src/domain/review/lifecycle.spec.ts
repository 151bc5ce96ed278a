import { deciderSpec } from '@iic/event-sourcing/testing';
import { handler, leadUnit, otherHandler } from '../testing/people.ts';
import {
  assembled,
  concluded,
  opened,
  openFormation,
  review,
  reviewId,
  withdrawn,
} from '../testing/review-histories.ts';
import { policy, sha256 } from '../testing/sample-rules.ts';
import { reviewActions, reviewActors } from './available-actions.ts';
import type { ReviewEvent } from './events.ts';

const spec = deciderSpec(review);
const { type: _, policy: __, ...file } = openFormation;

describe('opening a review', () => {
  it('records the subject and pins the pack', () => {
    spec
      .given()
      .when(openFormation)
      .records({
        type: 'ReviewOpened',
        data: { ...file, policyId: policy.id, policyHash: policy.hash },
        policy: { ...policy, article: 'Art. 15' },
      });
  });

  it('changes nothing when repeated for the same version', () => {
    spec
      .given(...opened)
      .when(openFormation)
      .records();
  });

  it('refuses another version under the same identifier', () => {
    spec
      .given(...opened)
      .when({ ...openFormation, subjectHash: sha256('version 2') })
      .refuses('review-already-open');
  });

  it('refuses a kind that is scored in weighted stages', () => {
    spec
      .given()
      .when({ ...openFormation, kind: 'staged' })
      .refuses('review-stages-unsupported');
  });

  it('refuses a kind the pack does not have', () => {
    spec
      .given()
      .when({ ...openFormation, kind: 'gala' })
      .refuses('review-kind-unknown');
  });
});

describe('reassigning the competent unit', () => {
  it('follows the act recorded for the case, once', () => {
    const command = { type: 'ReassignReview', competentUnit: 'org-other-unit' } as const;
    const event: ReviewEvent = {
      type: 'ReviewCompetentUnitReassigned',
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
      .given(...concluded)
      .when(command)
      .records(event);
  });
});

describe('withdrawing', () => {
  const common = {
    reviewId,
    kind: 'formation',
    caseId: 'case-1',
    sequence: 1,
    subjectHash: openFormation.subjectHash,
  };
  const request = { type: 'RequestWithdrawal', reason: '合作方退出' } as const;

  it.each([
    ['an open review', opened],
    ['a review with a panel', assembled],
  ])('is granted to the applicant in %s', (_name, history) => {
    spec
      .given(...history)
      .when(request, { actor: leadUnit })
      .records({ type: 'ReviewWithdrawn', data: { ...common, basis: 'applicant', reason: '合作方退出' } });
  });

  it('is refused by an event when the review is concluded, as often as it is asked', () => {
    const refusal: ReviewEvent = {
      type: 'WithdrawalRefused',
      data: { reviewId, caseId: 'case-1', sequence: 1, reason: 'review-concluded' },
    };
    spec
      .given(...concluded)
      .when(request, { actor: leadUnit })
      .records(refusal);
    spec
      .given(...concluded, refusal)
      .when(request, { actor: leadUnit })
      .records(refusal);
  });

  it('changes nothing the second time', () => {
    spec
      .given(...withdrawn)
      .when(request, { actor: leadUnit })
      .records();
  });

  it('may be done by the PDRC, with a reason', () => {
    spec
      .given(...opened)
      .when({ type: 'WithdrawReview', reason: '重复立项' }, { actor: handler })
      .records({ type: 'ReviewWithdrawn', data: { ...common, basis: 'pdrc', reason: '重复立项' } });
  });

  it('is not possible for the PDRC once concluded or withdrawn', () => {
    const act = { type: 'WithdrawReview', reason: '重复立项' } as const;
    spec
      .given(...concluded)
      .when(act, { actor: handler })
      .refuses('review-concluded');
    spec
      .given(...withdrawn)
      .when(act, { actor: handler })
      .refuses('review-withdrawn');
  });
});

describe('acts at the wrong time or by the wrong person', () => {
  it('are refused for a review that does not exist', () => {
    spec.given().when({ type: 'ConcludeReview' }, { actor: handler }).refuses('review-unknown');
    spec.given().when({ type: 'RequestWithdrawal', reason: 'x' }).refuses('review-unknown');
  });

  it('are refused to roles that do not do them', () => {
    spec
      .given(...opened)
      .when({ type: 'ConcludeReview' }, { actor: leadUnit })
      .refuses('role-may-not');
    spec
      .given(...assembled)
      .when({ type: 'VoidOpinion', reason: 'x' }, { actor: { ...otherHandler, role: 'auditor' } })
      .refuses('role-may-not');
  });

  it('are refused in another step, naming what is possible', () => {
    const { result } = spec.given(...opened).when({ type: 'ComposePanel' }, { actor: handler });
    expect(result).toEqual({
      refused: {
        code: 'review-step-passed',
        params: {
          act: 'ComposePanel',
          status: 'committing',
          possible: 'CommitSeed, FreezePool, CancelDraw, WithdrawReview',
        },
      },
    });
  });

  it('name a role for every act', () => {
    for (const act of Object.values(reviewActions).flat())
      expect(reviewActors[act].length).toBeGreaterThan(0);
  });
});
