import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  application,
  attachment,
  caseId,
  caseOf,
  commit,
  draftCommand,
  entity,
  investment,
  lead,
  leadUnit,
  listedMember,
  lookups,
  manifestHashOf,
  member,
  milestones,
  name,
  type Played,
  pdrc,
  platform,
  play,
  policy,
  sha256,
  unit,
  untouched,
  writingCommands,
} from '../../testing/case-fixtures.ts';
import { manifestOf } from './manifest.ts';

const spec = deciderSpec(application.decider);
const cite = (article: string) => ({ policy: { ...policy, article } });
const points = [{ subject: 'summary', text: '请补充市场分析' }];
const opinionHash = sha256('opinion');
const reviewId = `${caseId}-formation-1`;
const decisionId = `${caseId}-formation`;

const drafted = play(untouched, lead, draftCommand);
const written = play(drafted, lead, ...writingCommands);
const confirmed = play(written, member, { type: 'ConfirmParticipation', forms: listedMember.forms });
const committed = commit(confirmed);
const manifest = manifestOf(caseOf(committed));
const manifestHash = manifestHashOf(committed);
const submitted = play(committed, lead, { type: 'SubmitApplication', lookups });
const passed = play(submitted, unit, {
  type: 'PassPreliminaryReview',
  opinion: '同意报送',
  documentNumber: '长发改〔2026〕12号',
});
const filed = play(passed, lead, { type: 'FileApplication' });
const accepted = play(filed, pdrc, { type: 'AcceptApplication' });
const underReview = play(accepted, platform, { type: 'RecordReviewStarted', reviewId });
const conclusion = {
  type: 'RecordReviewConclusion' as const,
  reviewId,
  subjectHash: manifestHash,
  recommendation: 'favourable',
  opinionHash,
};
const awaiting = play(underReview, platform, conclusion);
const inRevision = play(awaiting, pdrc, { type: 'RequestRevision', points });

const when = (played: Played) => spec.given(...played.events);
const proposal = (version: number, subjectHash: string, zh = name.zh) => ({
  type: 'FormationDecisionProposed' as const,
  data: {
    decisionId,
    kind: 'formation' as const,
    caseId,
    subject: `application-${caseId}`,
    subjectVersion: version,
    subjectHash,
    leadUnit: 'org-lead',
    competentUnit: 'org-unit',
    province: '220000',
    reviewId,
    summary: {
      zh: `${leadUnit.name}申请组建${zh}（第 ${version} 版方案）`,
      en: `${leadUnit.name} applies to form ${name.en} (plan version ${version})`,
    },
  },
  ...cite('Art. 15'),
  evidence: [subjectHash],
});

describe('an application', () => {
  it('is drafted by its lead unit', () => {
    spec
      .given()
      .when(draftCommand, { actor: lead })
      .records({
        type: 'ApplicationDrafted',
        data: {
          caseId,
          leadUnit,
          competentUnit: 'org-unit',
          province: '220000',
          policyId: policy.id,
          policyHash: policy.hash,
          prefilledFrom: null,
        },
      });
  });

  it('takes over from an earlier case what is worth keeping', () => {
    const content = caseOf(written).content;
    const prefilled = play(untouched, lead, { ...draftCommand, prefill: { from: 'case-0', content } });
    expect(prefilled.events.map(({ type }) => type)).toEqual([
      'ApplicationDrafted',
      'StrategicFieldChosen',
      'CenterNameProposed',
      'CenterEntityDescribed',
      'MemberListed',
      'InvestmentPlanned',
      'ConstructionPlanned',
    ]);
    expect(caseOf(prefilled).content).toMatchObject({ field: 'new-materials', name, entity, milestones });
    expect(caseOf(prefilled).content.chapters).toEqual([]);
  });

  it('takes over nothing where the earlier case holds nothing', () => {
    const content = caseOf(drafted).content;
    const prefilled = play(untouched, lead, { ...draftCommand, prefill: { from: 'case-0', content } });
    expect(prefilled.events).toHaveLength(1);
  });

  it('is committed to by a signer who answers for this manifest', () => {
    const command = { type: 'CommitTruthfulness', manifestHash, document: null } as const;
    when(confirmed)
      .when(command, { actor: lead })
      .records({
        type: 'TruthfulnessCommitted',
        data: { manifestHash, signer: lead.subject, document: null },
        evidence: [manifestHash],
      });
  });

  it('is submitted as version 1 with its manifest, the signer and a due date', () => {
    when(committed)
      .when({ type: 'SubmitApplication', lookups }, { actor: lead })
      .records({
        type: 'ApplicationSubmitted',
        data: {
          caseId,
          version: 1,
          manifestHash,
          manifest,
          signer: lead.subject,
          findings: [],
          duplicates: [],
          competentUnit: 'org-unit',
          dueAt: '2026-04-01T15:59:59.999Z',
        },
        ...cite('Art. 15'),
        evidence: [manifestHash],
      });
  });

  it('is committed to and submitted in one step', () => {
    const commitment = { manifestHash, document: null };
    const { result } = when(confirmed).when(
      { type: 'SubmitApplication', lookups, commitment },
      { actor: lead },
    );
    const types = 'accepted' in result ? result.accepted.map(({ type }) => type) : [];
    expect(types).toEqual(['TruthfulnessCommitted', 'ApplicationSubmitted']);
  });

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

  it('becomes version 2 when it is submitted again', () => {
    const returned = play(submitted, unit, { type: 'ReturnForSupplement', points });
    const mended = commit(play(returned, lead, { type: 'ChooseField', field: 'biotechnology' }));
    const again = play(mended, lead, { type: 'SubmitApplication', lookups });
    expect(caseOf(again)).toMatchObject({ status: 'submitted', transmittal: null });
    expect(caseOf(again).versions.map(({ version, manifest: { field } }) => [version, field])).toEqual([
      [1, 'new-materials'],
      [2, 'biotechnology'],
    ]);
  });

  it('is not submitted again unchanged without saying why', () => {
    const returned = play(filed, pdrc, { type: 'ReturnAtFormalityCheck', points });
    when(returned)
      .when({ type: 'SubmitApplication', lookups }, { actor: lead })
      .refuses('justification-needed');
    const reason = {
      type: 'JustifyFinding',
      finding: 'unchanged-since-return',
      text: '仅补交扫描件',
    } as const;
    const again = play(commit(play(returned, lead, reason)), lead, { type: 'SubmitApplication', lookups });
    expect(caseOf(again).versions.at(-1)).toMatchObject({ version: 2, findings: [] });
  });

  it.each([
    ['draft', drafted],
    ['submitted', submitted],
    ['returned', play(submitted, unit, { type: 'ReturnForSupplement', points })],
    ['passed', passed],
    ['filed', filed],
  ])('is freely withdrawn while it is %s', (_status, played) => {
    when(played)
      .when({ type: 'WithdrawApplication', reason: '另行安排' }, { actor: lead })
      .records({
        type: 'ApplicationWithdrawn',
        data: { caseId, reason: '另行安排', afterAcceptance: false },
      });
  });
});

describe('after acceptance', () => {
  it('the review starts', () => {
    when(accepted)
      .when({ type: 'RecordReviewStarted', reviewId }, { actor: platform })
      .records({ type: 'FormationReviewStarted', data: { reviewId }, ...cite('Art. 15') });
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
      .when(
        { type: 'RecordDecision', decisionId, outcome: 'approved', subjectHash: manifestHash },
        { actor: platform },
      )
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
        },
        ...cite('Art. 15'),
        evidence: [manifestHash],
      });
  });

  it('a decline ends the case', () => {
    when(awaiting)
      .when(
        { type: 'RecordDecision', decisionId, outcome: 'declined', subjectHash: manifestHash },
        { actor: platform },
      )
      .records({
        type: 'ApplicationDeclined',
        data: { caseId, decisionId, manifestHash },
        ...cite('Art. 15'),
      });
  });
});

describe('alongside', () => {
  it('a contact person is named, in the personal part only', () => {
    const personal = { subject: 'contact-2', content: { name: '王五', phone: '13800000000' } };
    for (const played of [drafted, submitted, filed, awaiting]) {
      when(played)
        .when({ type: 'NameContact', role: 'head', person: personal }, { actor: lead })
        .records({ type: 'ContactNamed', data: { role: 'head', person: 'contact-2' }, personal });
    }
  });

  it('a member confirms its participation, once', () => {
    const command = { type: 'ConfirmParticipation', forms: [...listedMember.forms].reverse() } as const;
    when(written)
      .when(command, { actor: member })
      .records({
        type: 'ParticipationConfirmed',
        data: { organisation: 'org-member', forms: listedMember.forms },
      });
    when(confirmed).when(command, { actor: member }).records();
  });

  it('a member listed anew must confirm anew', () => {
    const relisted = play(confirmed, lead, { type: 'ListMember', member: listedMember });
    expect(caseOf(relisted).confirmations).toEqual({});
    expect(caseOf(confirmed).confirmations).toEqual({ 'org-member': listedMember.forms });
  });

  it('a sealed scan is bound to the hash it shows', () => {
    const scan = attachment('sealed-scan');
    for (const played of [committed, submitted, filed]) {
      when(played)
        .when({ type: 'BindSealedScan', manifestHash, scan }, { actor: lead })
        .records({
          type: 'SealedScanBound',
          data: { manifestHash, scan },
          evidence: [manifestHash, scan.hash],
        });
    }
    const bound = play(submitted, lead, { type: 'BindSealedScan', manifestHash, scan });
    expect(caseOf(bound).scans).toEqual({ [manifestHash]: [scan.hash] });
  });

  it('only a recorded act of the PDRC puts the case under another competent unit', () => {
    const command = {
      type: 'ReassignCaseCompetentUnit',
      competentUnit: 'org-unit-2',
      reason: '隶属关系调整',
      documentNumber: null,
    } as const;
    when(submitted)
      .when(command, { actor: pdrc })
      .records({
        type: 'CaseCompetentUnitReassigned',
        data: {
          caseId,
          competentUnit: 'org-unit-2',
          previous: 'org-unit',
          reason: '隶属关系调整',
          documentNumber: null,
        },
      });
    const moved = play(submitted, pdrc, command);
    when(moved).when({ type: 'ReturnForSupplement', points }, { actor: unit }).refuses('not-permitted');
  });
});
