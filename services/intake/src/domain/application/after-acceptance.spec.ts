import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  application,
  caseId,
  caseOf,
  commit,
  entity,
  investment,
  lead,
  lookups,
  manifestHashOf,
  milestones,
  name,
  now,
  type Played,
  pdrc,
  platform,
  play,
  policy,
} from '../../testing/case-fixtures.ts';
import {
  cite,
  decisionId,
  decisionTaken,
  histories,
  manifestHash,
  opinionHash,
  points,
  proposal,
  reviewId,
} from '../../testing/case-histories.ts';
import type { ApplicationEvent } from './events.ts';
import { manifestOf } from './manifest.ts';

const spec = deciderSpec(application.decider);
const when = (played: Played) => spec.given(...played.events);
const {
  accepted,
  'under-review': underReview,
  'awaiting-decision': awaiting,
  'in-revision': inRevision,
} = histories;
const conclusion = {
  type: 'RecordReviewConclusion' as const,
  reviewId,
  subjectHash: manifestHash,
  recommendation: 'favourable',
  opinionHash,
};

describe('after acceptance', () => {
  it('the review starts', () => {
    when(accepted)
      .when({ type: 'RecordReviewStarted', reviewId }, { actor: platform })
      .records({ type: 'FormationReviewStarted', data: { reviewId }, ...cite('Art. 15') });
  });

  it('the case is open to those who review it, until the review ends', () => {
    const admit = { type: 'RecordReviewers', reviewId, reviewers: ['expert-1', 'expert-2'] } as const;
    const admitted: ApplicationEvent = {
      type: 'CaseReviewersRecorded',
      data: { reviewId, reviewers: ['expert-1', 'expert-2'] },
    };
    when(underReview).when(admit, { actor: platform }).records(admitted);
    const open = play(underReview, platform, admit);
    expect(when(open).state()).toMatchObject({ reviewers: ['expert-1', 'expert-2'] });
    when(open).when(admit, { actor: platform }).records();
    when(open)
      .when({ ...admit, reviewers: [] }, { actor: platform })
      .records({ type: 'CaseReviewersRecorded', data: { reviewId, reviewers: [] } });
    when(underReview)
      .when({ ...admit, reviewId: 'another' }, { actor: platform })
      .records();
    when(accepted).when(admit, { actor: platform }).refuses('wrong-state');
    expect(when(play(open, platform, conclusion)).state()).not.toHaveProperty('reviewers');
  });

  it.each([
    ['accepted', accepted],
    ['under review', underReview],
  ])('a concluded review of a case %s leads to a proposal', (_status, played) => {
    when(played)
      .when(conclusion, { actor: platform })
      .records(
        {
          type: 'FormationReviewRecorded',
          data: { reviewId, recommendation: 'favourable', opinionHash, manifestHash },
          ...cite('Art. 15'),
          evidence: [opinionHash],
        },
        proposal(1, manifestHash),
      );
  });

  it.each([
    ['accepted', accepted, null],
    ['under review', underReview, reviewId],
  ])('a withdrawal is requested while %s', (_status, played, review) => {
    when(played)
      .when({ type: 'RequestWithdrawal', reason: '资金变化' }, { actor: lead })
      .records({
        type: 'WithdrawalRequested',
        data: { caseId, version: 1, reviewId: review, reason: '资金变化' },
      });
  });

  const requested = play(underReview, lead, { type: 'RequestWithdrawal', reason: '资金变化' });

  it('a granted withdrawal ends the case', () => {
    when(requested)
      .when(
        { type: 'RecordReviewWithdrawn', reviewId, basis: 'applicant', reason: '申请人撤回' },
        { actor: platform },
      )
      .records({
        type: 'ApplicationWithdrawn',
        data: { caseId, reason: 'withdrawal-granted', afterAcceptance: true },
      });
  });

  it('a review the PDRC breaks off sends the application back', () => {
    const command = {
      type: 'RecordReviewWithdrawn',
      reviewId,
      basis: 'pdrc',
      reason: '专家组无法组成',
    } as const;
    when(underReview)
      .when(command, { actor: platform })
      .records({
        type: 'FormationReviewAbandoned',
        data: { reviewId, reason: '专家组无法组成', dueAt: '2026-04-01T15:59:59.999Z' },
        ...cite('interpretation of Art. 15'),
      });
    expect(caseOf(play(underReview, platform, command))).toMatchObject({ status: 'returned', by: 'pdrc' });
  });

  it('a refused withdrawal lets the case go on', () => {
    const concluded = play(requested, platform, conclusion);
    when(concluded)
      .when({ type: 'RecordWithdrawalRefused', reason: 'review-concluded' }, { actor: platform })
      .records({ type: 'WithdrawalRequestRefused', data: { reason: 'review-concluded' } });
    const after = play(concluded, platform, { type: 'RecordWithdrawalRefused', reason: 'review-concluded' });
    expect(caseOf(after)).toMatchObject({ status: 'awaiting-decision', withdrawalRequested: false });
  });

  it('a revision is requested', () => {
    when(awaiting)
      .when({ type: 'RequestRevision', points }, { actor: pdrc })
      .records({
        type: 'RevisionRequested',
        data: { version: 1, points, dueAt: '2026-04-01T15:59:59.999Z' },
      });
  });

  it('a revised version replaces the subject of the proposal', () => {
    const revised = commit(
      play(
        inRevision,
        lead,
        { type: 'PlanConstruction', months: 36, milestones },
        {
          type: 'JustifyFinding',
          finding: 'construction-period-long',
          text: '设备交付周期长',
        },
      ),
    );
    const hash = manifestHashOf(revised);
    const findings = [
      {
        code: 'construction-period-long',
        strength: 'needs-justification' as const,
        article: 'Art. 16',
        params: { months: 36, limit: 24 },
      },
    ];
    when(revised)
      .when({ type: 'SubmitRevision', lookups }, { actor: lead })
      .records(
        {
          type: 'ApplicationRevised',
          data: {
            caseId,
            version: 2,
            manifestHash: hash,
            manifest: manifestOf(caseOf(revised)),
            signer: lead.subject,
            findings,
          },
          ...cite('Art. 15'),
          evidence: [hash],
        },
        proposal(2, hash),
      );
  });

  it.each([
    ['awaiting it', awaiting],
    ['in revision', inRevision],
  ])('an approval of a case %s makes the baseline of the construction', (_status, played) => {
    const directed = play(played, lead, {
      type: 'NameContact',
      role: 'director-candidate',
      person: { subject: 'director-1', content: { name: '李四' } },
    });
    when(directed)
      .when(decisionTaken, { actor: platform })
      .records({
        type: 'ApplicationApproved',
        data: {
          caseId,
          decisionId,
          version: 1,
          baselineHash: manifestHash,
          leadUnit: 'org-lead',
          competentUnit: 'org-unit',
          province: '220000',
          members: ['org-member'],
          field: 'new-materials',
          proposedName: name.zh,
          englishName: name.en,
          entity: { ...entity, independent: true },
          constructionMonths: 24,
          milestones,
          investment: investment.map(({ source, amountFen }) => ({ source, amountFen })),
          directorCandidate: 'director-1',
          policyId: policy.id,
          policyHash: policy.hash,
          area: entity.registration.area,
          filedAt: now,
          acceptedAt: now,
        },
        ...cite('Art. 15'),
        evidence: [manifestHash],
      });
  });

  it('a decline ends the case', () => {
    when(awaiting)
      .when({ ...decisionTaken, outcome: 'declined' }, { actor: platform })
      .records({
        type: 'ApplicationDeclined',
        data: { caseId, decisionId, manifestHash },
        ...cite('Art. 15'),
      });
  });
});
