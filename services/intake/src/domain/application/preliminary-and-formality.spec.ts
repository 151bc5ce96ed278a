import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  application,
  caseId,
  lead,
  name,
  type Played,
  pdrc,
  policy,
  sha256,
  unit,
} from '../../testing/case-fixtures.ts';
import { cite, histories, manifestHash, points } from '../../testing/case-histories.ts';

const spec = deciderSpec(application.decider);
const when = (played: Played) => spec.given(...played.events);
const { submitted, passed, filed } = histories;

describe('a submitted application', () => {
  it('passes the preliminary review with a transmittal', () => {
    const command = { type: 'PassPreliminaryReview', opinion: '同意', documentNumber: '1号' } as const;
    when(submitted)
      .when(command, { actor: unit })
      .records(
        { type: 'PreliminaryReviewPassed', data: { version: 1, opinion: '同意' }, ...cite('Art. 15') },
        {
          type: 'TransmittalIssued',
          data: { version: 1, documentNumber: '1号', opinion: '同意', document: null },
        },
      );
  });

  it('passes the preliminary review before the transmittal has its number', () => {
    const command = { type: 'PassPreliminaryReview', opinion: '同意', documentNumber: null } as const;
    when(submitted)
      .when(command, { actor: unit })
      .records({
        type: 'PreliminaryReviewPassed',
        data: { version: 1, opinion: '同意' },
        ...cite('Art. 15'),
      });
  });

  it('gets its transmittal later', () => {
    const document = sha256('letter');
    const command = { type: 'IssueTransmittal', documentNumber: '2号', opinion: '同意', document } as const;
    for (const played of [passed, filed]) {
      when(played)
        .when(command, { actor: unit })
        .records({
          type: 'TransmittalIssued',
          data: { version: 1, documentNumber: '2号', opinion: '同意', document },
          evidence: [document],
        });
    }
  });

  it('is returned for supplement by the competent unit', () => {
    when(submitted)
      .when({ type: 'ReturnForSupplement', points }, { actor: unit })
      .records({
        type: 'ApplicationReturnedForSupplement',
        data: { version: 1, points, dueAt: '2026-04-01T15:59:59.999Z' },
        ...cite('interpretation of Art. 15'),
      });
  });

  it('is rejected by the competent unit', () => {
    when(submitted)
      .when({ type: 'RejectApplication', reasons: '不符合布局' }, { actor: unit })
      .records({
        type: 'PreliminaryReviewRejected',
        data: { caseId, version: 1, reasons: '不符合布局' },
        ...cite('interpretation of Art. 15'),
      });
  });

  it('is filed with the opinion and number of the transmittal', () => {
    when(passed)
      .when({ type: 'FileApplication' }, { actor: lead })
      .records({
        type: 'ApplicationFiled',
        data: {
          version: 1,
          manifestHash,
          opinion: '同意报送',
          transmittalNumber: '长发改〔2026〕12号',
          dueAt: '2026-03-17T15:59:59.999Z',
        },
        ...cite('Art. 15'),
        evidence: [manifestHash],
      });
  });

  it('is accepted with everything the review needs to know', () => {
    when(filed)
      .when({ type: 'AcceptApplication' }, { actor: pdrc })
      .records({
        type: 'ApplicationAccepted',
        data: {
          caseId,
          version: 1,
          manifestHash,
          leadUnit: 'org-lead',
          competentUnit: 'org-unit',
          province: '220000',
          members: ['org-member'],
          field: 'new-materials',
          proposedName: name.zh,
          englishName: name.en,
          policyId: policy.id,
          policyHash: policy.hash,
          investmentTotalFen: '600000001',
          duplicates: [],
        },
        ...cite('interpretation of Art. 15'),
        evidence: [manifestHash],
      });
  });

  it('is returned at the formality check', () => {
    when(filed)
      .when({ type: 'ReturnAtFormalityCheck', points }, { actor: pdrc })
      .records({
        type: 'ApplicationReturnedAtFormalityCheck',
        data: { version: 1, points, dueAt: '2026-04-01T15:59:59.999Z' },
        ...cite('interpretation of Art. 15'),
      });
  });

  it('is refused at the formality check on a ground', () => {
    when(filed)
      .when({ type: 'RefuseApplication', reasons: '注册地不在省内', ground: 'Art. 6' }, { actor: pdrc })
      .records({
        type: 'ApplicationRefused',
        data: { caseId, version: 1, reasons: '注册地不在省内', ground: 'Art. 6' },
        ...cite('Art. 6'),
      });
  });
});
