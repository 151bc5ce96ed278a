import type { intakeParts } from '@iic/contracts';
import type { Instant } from '@iic/event-sourcing';

export type Manifest = intakeParts.Manifest;
export type LeadUnit = intakeParts.LeadUnit;

/** Everything the lead unit writes into an application and answers for with its commitment. */
export type ApplicationContent = Omit<Manifest, 'format' | 'caseId' | 'leadUnit' | 'province'>;

/** Where a case stands. */
export const statuses = [
  'none',
  'draft',
  'submitted',
  'returned',
  'passed',
  'rejected',
  'filed',
  'accepted',
  'under-review',
  'awaiting-decision',
  'in-revision',
  'approved',
  'declined',
  'refused',
  'withdrawn',
] as const;

export type Status = (typeof statuses)[number];

/** Who answers for the truth of which manifest. */
export interface Commitment {
  readonly manifestHash: string;
  /** Subject id of the signer. */
  readonly signer: string;
  /** Hash of a signed document, where one is on file. */
  readonly document: string | null;
}

/** A submitted, numbered version; it stays readable for good. */
export interface SubmittedVersion {
  readonly version: number;
  readonly manifestHash: string;
  readonly manifest: Manifest;
  readonly signer: string;
  readonly submittedAt: Instant;
  readonly findings: readonly intakeParts.RecordedFinding[];
  readonly duplicates: readonly intakeParts.Duplicate[];
}

/** The competent unit's letter with which an application is filed. */
export interface Transmittal {
  readonly documentNumber: string;
  readonly opinion: string;
}

/** What every case holds, wherever it stands. */
export interface CaseFacts {
  readonly caseId: string;
  readonly leadUnit: LeadUnit;
  readonly competentUnit: string;
  readonly province: string;
  readonly policy: { readonly id: string; readonly hash: string };
  readonly content: ApplicationContent;
  /** Subject id by contact role. */
  readonly contacts: Readonly<Record<string, string>>;
  /** Confirmed forms of contribution by member. */
  readonly confirmations: Readonly<Record<string, readonly string[]>>;
  readonly commitment: Commitment | null;
  /** Hashes of sealed scans by manifest hash. */
  readonly scans: Readonly<Record<string, readonly string[]>>;
  readonly versions: readonly SubmittedVersion[];
  readonly transmittal: Transmittal | null;
  /** Every name the case has proposed, the latest last; it may hold reservations for any of them. */
  readonly proposedNames: readonly string[];
  /** Ids of the decisions proposed about the case, the current one last; those before it are void. */
  readonly decisions: readonly string[];
  readonly draftedAt: Instant;
  /** Whether it was ever filed with the PDRC; before that the PDRC does not see it. */
  readonly filed: boolean;
  /** When it was filed last. */
  readonly filedAt: Instant | null;
  /** When it was accepted for review last. */
  readonly acceptedAt: Instant | null;
  /** When the case entered its status. */
  readonly since: Instant;
}

interface CaseIn<Name extends Status> extends CaseFacts {
  readonly status: Name;
}

interface UnderAction<Name extends Status> extends CaseIn<Name> {
  /** Until when somebody is to act; `null` where the rules set no limit. */
  readonly dueAt: Instant | null;
}

interface Returned extends UnderAction<'returned'> {
  readonly by: 'competent-unit' | 'pdrc';
  readonly points: readonly intakeParts.SupplementPoint[];
}

interface Passed extends CaseIn<'passed'> {
  readonly opinion: string;
}

interface Accepted extends CaseIn<'accepted'> {
  readonly withdrawalRequested: boolean;
}

interface UnderReview extends CaseIn<'under-review'> {
  readonly withdrawalRequested: boolean;
  readonly reviewId: string;
  /** Experts who may read the case, as long as it is under review. */
  readonly reviewers: readonly string[];
}

interface AwaitingDecision extends CaseIn<'awaiting-decision'> {
  readonly withdrawalRequested: boolean;
  readonly reviewId: string;
}

interface InRevision extends UnderAction<'in-revision'> {
  readonly withdrawalRequested: boolean;
  readonly reviewId: string;
  readonly points: readonly intakeParts.SupplementPoint[];
}

interface Ended extends CaseIn<'rejected' | 'refused' | 'withdrawn'> {
  readonly reason: string;
}

interface Decided extends CaseIn<'approved' | 'declined'> {
  readonly decisionId: string;
}

/** A case that exists. */
export type ApplicationCase =
  | CaseIn<'draft'>
  | UnderAction<'submitted'>
  | Returned
  | Passed
  | UnderAction<'filed'>
  | Accepted
  | UnderReview
  | AwaitingDecision
  | InRevision
  | Ended
  | Decided;

export type ApplicationState = { readonly status: 'none' } | ApplicationCase;

/** A case in one of these statuses. */
export type CaseWith<Name extends Status> = Extract<ApplicationCase, { status: Name }>;

/** The version that was submitted last. Throws when there is none. */
export function currentVersion(facts: CaseFacts): SubmittedVersion {
  const version = facts.versions.at(-1);
  if (version === undefined) throw new TypeError(`Case ${facts.caseId} has no submitted version.`);
  return version;
}

/** An application with nothing in it yet. */
export const emptyContent: ApplicationContent = {
  field: null,
  name: null,
  entity: null,
  members: [],
  platforms: [],
  investment: [],
  constructionMonths: null,
  milestones: [],
  conditions: [],
  justifications: [],
  chapters: [],
  attachments: [],
};
