import type { intakeParts } from '@iic/contracts';
import type { PersonalPart } from '@iic/event-sourcing';
import type { ApplicationContent, LeadUnit } from './state.ts';

/** What a new draft takes over from an earlier version. */
export type Prefill = Pick<
  ApplicationContent,
  'field' | 'name' | 'entity' | 'members' | 'platforms' | 'investment' | 'constructionMonths' | 'milestones'
>;

/** Opens a case. */
export interface DraftApplication {
  readonly type: 'DraftApplication';
  readonly caseId: string;
  /** Looked up: the register's entry; `null` when the lead unit is not registered. */
  readonly leadUnit: LeadUnit | null;
  /** Looked up: the lead unit's competent unit; `null` when the register names none. */
  readonly competentUnit: string | null;
  readonly province: string;
  readonly policy: { readonly id: string; readonly hash: string };
  /** The earlier case this one takes its first content from. */
  readonly prefill?: { readonly from: string; readonly content: Prefill };
}

/** The text of a chapter, stored before the command names it. */
export interface ChapterText extends intakeParts.Chapter {
  /** Characters of the text (code points), against the cap. */
  readonly characters: number;
}

/** What the register knows of the organisations above one. */
export interface Ancestry {
  /** Parent and further ancestors, nearest first. */
  readonly ancestors: readonly string[];
  /** False when the register does not know whether there is a (further) parent. */
  readonly complete: boolean;
}

/** What the application layer looked up for a submission. */
export interface SubmissionLookups {
  /** The register's entry of the lead unit now. */
  readonly leadUnit: LeadUnit;
  readonly ancestry: Ancestry;
  /** What is above each member, by organisation; absent where nobody looked. */
  readonly memberAncestry?: Readonly<Record<string, Ancestry>>;
  readonly duplicates: readonly intakeParts.Duplicate[];
  /** Whether the name is reserved for this case. */
  readonly nameReserved: boolean;
}

/** What submits a version. */
export interface Submission {
  readonly lookups: SubmissionLookups;
  /** The signer's commitment where it is given with the submission; otherwise the one given before counts. */
  readonly commitment?: { readonly manifestHash: string; readonly document: string | null };
}

/** The center's entity as its lead unit describes it; whether it is independent follows from its legal form. */
export type DescribedEntity = Omit<intakeParts.CenterEntity, 'independent'>;

/** Edits of the content, by the lead unit while the case is open to it. */
export type EditCommand =
  | { readonly type: 'TakeOverLeadUnit'; readonly leadUnit: LeadUnit }
  | { readonly type: 'ChooseField'; readonly field: string }
  | { readonly type: 'ProposeName'; readonly zh: string; readonly en: string }
  | { readonly type: 'DescribeEntity'; readonly entity: DescribedEntity }
  | { readonly type: 'ListMember'; readonly member: intakeParts.Member }
  | { readonly type: 'RemoveMember'; readonly organisation: string }
  | { readonly type: 'ListPlatforms'; readonly platforms: readonly intakeParts.Platform[] }
  | { readonly type: 'PlanInvestment'; readonly investment: readonly intakeParts.InvestmentLine[] }
  | {
      readonly type: 'PlanConstruction';
      readonly months: number;
      readonly milestones: readonly intakeParts.Milestone[];
    }
  | { readonly type: 'ClaimCondition'; readonly claim: intakeParts.ConditionClaim }
  | {
      readonly type: 'WriteChapters';
      readonly chapters: readonly ChapterText[];
      /** Hash of the imported document, or `null` when typed. */
      readonly source: string | null;
    }
  | {
      readonly type: 'AddAttachment';
      readonly attachment: intakeParts.AttachmentReference;
      /** The file's name, stored encrypted. */
      readonly fileName?: PersonalPart;
    }
  | { readonly type: 'RemoveAttachment'; readonly kind: string; readonly hash: string }
  | { readonly type: 'JustifyFinding'; readonly finding: string; readonly text: string };

/** Commands of the process manager: what other services' events mean for the case. */
export type ReactionCommand =
  | { readonly type: 'RecordReviewStarted'; readonly reviewId: string }
  | {
      readonly type: 'RecordReviewers';
      readonly reviewId: string;
      /** Experts who may read the case, all of them. */
      readonly reviewers: readonly string[];
    }
  | {
      readonly type: 'RecordReviewConclusion';
      readonly reviewId: string;
      readonly subjectHash: string;
      readonly recommendation: string;
      readonly opinionHash: string;
    }
  | {
      readonly type: 'RecordReviewWithdrawn';
      readonly reviewId: string;
      /** `applicant` grants a requested withdrawal; `pdrc` breaks the review off. */
      readonly basis: string;
      readonly reason: string;
    }
  | { readonly type: 'RecordWithdrawalRefused'; readonly reason: string }
  | {
      readonly type: 'RecordDecision';
      readonly decisionId: string;
      readonly outcome: 'approved' | 'declined';
      /** The version it was proposed with. */
      readonly subjectVersion: number;
      readonly subjectHash: string;
    }
  | { readonly type: 'RecordDecisionVoided'; readonly decisionId: string };

/** Steps of the case by its parties. */
export type StepCommand =
  | {
      readonly type: 'NameContact';
      readonly role: string;
      /** Name and telephone, stored encrypted under the person's key. */
      readonly person: PersonalPart;
    }
  | { readonly type: 'ConfirmParticipation'; readonly forms: readonly string[] }
  | {
      readonly type: 'CommitTruthfulness';
      /** The hash the signer saw; must be the manifest's now. */
      readonly manifestHash: string;
      readonly document: string | null;
    }
  | {
      readonly type: 'BindSealedScan';
      readonly manifestHash: string;
      readonly scan: intakeParts.AttachmentReference;
    }
  | ({ readonly type: 'SubmitApplication' } & Submission)
  | {
      readonly type: 'PassPreliminaryReview';
      readonly opinion: string;
      readonly documentNumber: string | null;
    }
  | { readonly type: 'ReturnForSupplement'; readonly points: readonly intakeParts.SupplementPoint[] }
  | { readonly type: 'RejectApplication'; readonly reasons: string }
  | {
      readonly type: 'IssueTransmittal';
      readonly documentNumber: string;
      readonly opinion: string;
      readonly document: string | null;
    }
  | { readonly type: 'FileApplication' }
  | { readonly type: 'AcceptApplication' }
  | { readonly type: 'ReturnAtFormalityCheck'; readonly points: readonly intakeParts.SupplementPoint[] }
  | {
      readonly type: 'RefuseApplication';
      readonly reasons: string;
      /** The article, or the interpretation of one, the refusal rests on. */
      readonly ground: string;
    }
  | { readonly type: 'WithdrawApplication'; readonly reason: string }
  | { readonly type: 'RequestWithdrawal'; readonly reason: string }
  | { readonly type: 'RequestRevision'; readonly points: readonly intakeParts.SupplementPoint[] }
  | ({ readonly type: 'SubmitRevision' } & Submission)
  | {
      readonly type: 'ReassignCaseCompetentUnit';
      readonly competentUnit: string;
      /** Looked up: whether the register knows the unit. */
      readonly competentUnitKnown: boolean;
      readonly reason: string;
      readonly documentNumber: string | null;
    };

/** Several edits of which all are taken in, or none. */
export interface EditSections {
  readonly type: 'EditSections';
  readonly edits: readonly EditCommand[];
}

export type ApplicationCommand =
  | DraftApplication
  | EditCommand
  | EditSections
  | StepCommand
  | ReactionCommand;

/** One of the commands by its name. */
export type CommandOf<Name extends ApplicationCommand['type']> = Extract<ApplicationCommand, { type: Name }>;
