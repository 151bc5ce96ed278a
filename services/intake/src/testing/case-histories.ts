import type { ApplicationCommand } from '../domain/application/commands.ts';
import type { Status } from '../domain/application/state.ts';
import {
  attachment,
  caseId,
  chapter,
  commit,
  draftCommand,
  entity,
  handlerContact,
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
} from './case-fixtures.ts';

export const points = [{ subject: 'summary', text: '请补充市场分析' }];
export const reviewId = `${caseId}-formation-1`;
export const decisionId = `${caseId}-formation`;
export const opinionHash = sha256('opinion');

const draft = play(untouched, lead, draftCommand);
/** A draft with everything in it. */
export const written = play(draft, lead, ...writingCommands);
/** The same with its member's confirmation. */
export const confirmed = play(written, member, {
  type: 'ConfirmParticipation',
  forms: listedMember.forms,
});
/** The same with the commitment: ready to be submitted. */
export const ready = commit(confirmed);
export const manifestHash = manifestHashOf(ready);
const submitted = play(ready, lead, { type: 'SubmitApplication', lookups });
const passed = play(submitted, unit, {
  type: 'PassPreliminaryReview',
  opinion: '同意报送',
  documentNumber: '长发改〔2026〕12号',
});
const filed = play(passed, lead, { type: 'FileApplication' });
const accepted = play(filed, pdrc, { type: 'AcceptApplication' });
const underReview = play(accepted, platform, { type: 'RecordReviewStarted', reviewId });
const awaiting = play(underReview, platform, {
  type: 'RecordReviewConclusion',
  reviewId,
  subjectHash: manifestHash,
  recommendation: 'favourable',
  opinionHash,
});

/** The decision about the first version, as evaluation tells of it. */
export const decisionTaken = {
  type: 'RecordDecision',
  decisionId,
  outcome: 'approved',
  subjectVersion: 1,
  subjectHash: manifestHash,
} as const;

function decided(outcome: 'approved' | 'declined'): Played {
  return play(awaiting, platform, { ...decisionTaken, outcome });
}

/** One history that leads to each status. */
export const histories: Readonly<Record<Status, Played>> = {
  none: untouched,
  draft,
  submitted,
  returned: play(submitted, unit, { type: 'ReturnForSupplement', points }),
  passed,
  rejected: play(submitted, unit, { type: 'RejectApplication', reasons: '不符合布局' }),
  filed,
  accepted,
  'under-review': underReview,
  'awaiting-decision': awaiting,
  'in-revision': play(awaiting, pdrc, { type: 'RequestRevision', points }),
  approved: decided('approved'),
  declined: decided('declined'),
  refused: play(filed, pdrc, { type: 'RefuseApplication', reasons: '不属布局领域', ground: 'Art. 12' }),
  withdrawn: play(filed, lead, { type: 'WithdrawApplication', reason: '另行安排' }),
};

/** One example of every command. */
export const exampleCommands: { readonly [Type in ApplicationCommand['type']]: ApplicationCommand } = {
  DraftApplication: draftCommand,
  TakeOverLeadUnit: { type: 'TakeOverLeadUnit', leadUnit },
  ChooseField: { type: 'ChooseField', field: 'biotechnology' },
  ProposeName: { type: 'ProposeName', ...name },
  DescribeEntity: { type: 'DescribeEntity', entity },
  ListMember: { type: 'ListMember', member: listedMember },
  RemoveMember: { type: 'RemoveMember', organisation: 'org-member' },
  ListPlatforms: { type: 'ListPlatforms', platforms: [] },
  PlanInvestment: { type: 'PlanInvestment', investment },
  PlanConstruction: { type: 'PlanConstruction', months: 24, milestones },
  ClaimCondition: {
    type: 'ClaimCondition',
    claim: { condition: 'clear-goals', statement: '具备', evidence: [] },
  },
  WriteChapters: { type: 'WriteChapters', chapters: [chapter('summary', '新摘要')], source: null },
  AddAttachment: { type: 'AddAttachment', attachment: attachment('charter', '新章程') },
  RemoveAttachment: { type: 'RemoveAttachment', kind: 'charter', hash: sha256('charter') },
  JustifyFinding: { type: 'JustifyFinding', finding: 'summary-length-extreme', text: '摘要含图表说明' },
  EditSections: { type: 'EditSections', edits: [{ type: 'ChooseField', field: 'biotechnology' }] },
  NameContact: handlerContact,
  ConfirmParticipation: { type: 'ConfirmParticipation', forms: listedMember.forms },
  CommitTruthfulness: { type: 'CommitTruthfulness', manifestHash, document: null },
  BindSealedScan: { type: 'BindSealedScan', manifestHash, scan: attachment('sealed-scan') },
  SubmitApplication: { type: 'SubmitApplication', lookups },
  PassPreliminaryReview: { type: 'PassPreliminaryReview', opinion: '同意', documentNumber: null },
  ReturnForSupplement: { type: 'ReturnForSupplement', points },
  RejectApplication: { type: 'RejectApplication', reasons: '不符合布局' },
  IssueTransmittal: { type: 'IssueTransmittal', documentNumber: '1号', opinion: '同意', document: null },
  FileApplication: { type: 'FileApplication' },
  AcceptApplication: { type: 'AcceptApplication' },
  ReturnAtFormalityCheck: { type: 'ReturnAtFormalityCheck', points },
  RefuseApplication: { type: 'RefuseApplication', reasons: '不属布局领域', ground: 'Art. 12' },
  WithdrawApplication: { type: 'WithdrawApplication', reason: '另行安排' },
  RequestWithdrawal: { type: 'RequestWithdrawal', reason: '资金变化' },
  RequestRevision: { type: 'RequestRevision', points },
  SubmitRevision: { type: 'SubmitRevision', lookups },
  ReassignCaseCompetentUnit: {
    type: 'ReassignCaseCompetentUnit',
    competentUnit: 'org-unit-2',
    competentUnitKnown: true,
    reason: '隶属关系调整',
    documentNumber: null,
  },
  RecordReviewStarted: { type: 'RecordReviewStarted', reviewId },
  RecordReviewers: { type: 'RecordReviewers', reviewId, reviewers: ['expert-1', 'expert-2'] },
  RecordReviewConclusion: {
    type: 'RecordReviewConclusion',
    reviewId,
    subjectHash: manifestHash,
    recommendation: 'favourable',
    opinionHash,
  },
  RecordReviewWithdrawn: { type: 'RecordReviewWithdrawn', reviewId, basis: 'pdrc', reason: '专家组无法组成' },
  RecordWithdrawalRefused: { type: 'RecordWithdrawalRefused', reason: 'review-concluded' },
  RecordDecision: decisionTaken,
  RecordDecisionVoided: { type: 'RecordDecisionVoided', decisionId },
};

/** The person who may issue a command. */
export const actorFor = {
  'lead-unit': lead,
  'member-unit': member,
  'competent-unit': unit,
  'pdrc-handler': pdrc,
  platform,
} as const;

/** The article a fact cites under the case's pack. */
export function cite(article: string) {
  return { policy: { ...policy, article } };
}

/** What intake asks the PDRC to decide about a version. */
export function proposal(version: number, subjectHash: string, decision = decisionId) {
  return {
    type: 'FormationDecisionProposed' as const,
    data: {
      decisionId: decision,
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
        zh: `${leadUnit.name}申请组建${name.zh}（第 ${version} 版方案）`,
        en: `${leadUnit.name} applies to form ${name.en} (plan version ${version})`,
      },
    },
    ...cite('Art. 15'),
    evidence: [subjectHash],
  };
}
