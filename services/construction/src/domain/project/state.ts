import type { Instant } from '@iic/event-sourcing';
import type {
  AdjustmentChanges,
  PlannedMilestone,
  ProgressReport,
  ProjectEvent,
  RegisteredEntity,
  SourceAmount,
} from './events.ts';

type StartedData = Extract<ProjectEvent, { type: 'ProjectStarted' }>['data'];

/** The plan as approved and since adjusted. */
export interface Plan {
  readonly milestones: readonly PlannedMilestone[];
  readonly investment: readonly SourceAmount[];
  readonly members: readonly string[];
  /** Length of the construction period including extensions. */
  readonly months: number;
  readonly dueAt: Instant;
  /** When the approach of that end is to be recorded. */
  readonly warnAt: Instant;
}

/** Why nothing is done: the approval is suspended, or annulled for good. */
export interface Halt {
  readonly annulled: boolean;
}

/** What holds for a project whatever its status. */
export interface Project {
  readonly caseId: string;
  readonly baselineHash: string;
  readonly leadUnit: string;
  readonly competentUnit: string;
  readonly province: string;
  readonly field: string;
  readonly proposedName: string;
  readonly englishName: string;
  readonly directorCandidate: string | null;
  readonly policy: { readonly id: string; readonly hash: string };
  readonly approvedAt: Instant;
  readonly approval: StartedData['decisionId'];
  /** While the approval has no effect. */
  readonly halted: Halt | null;
  readonly plan: Plan;
  /** One report for each reported period as last corrected, ordered by period. */
  readonly reports: readonly ProgressReport[];
  /** Adjustments proposed so far. */
  readonly adjustments: number;
  /** Extensions of the construction period granted so far. */
  readonly extensions: number;
  /** Acceptances requested so far. */
  readonly rounds: number;
  readonly approachNotedFor: Instant | null;
  readonly overdueNotedFor: Instant | null;
}

/** A proposal in the hands of evaluation. */
export interface PendingDecision {
  readonly decisionId: string;
  readonly subjectHash: string;
}

export interface OpenAdjustment {
  readonly number: number;
  readonly changes: AdjustmentChanges;
  readonly contentHash: string;
}

export interface Rectification {
  readonly number: number;
  readonly dueAt: Instant;
  readonly warnAt: Instant;
  readonly approachNoted: boolean;
  readonly expired: boolean;
}

export interface AcceptanceRequest {
  readonly round: number;
  readonly subjectHash: string;
  readonly entity: RegisteredEntity;
  readonly director: string;
}

interface Started<Status extends string> {
  readonly status: Status;
  readonly project: Project;
}

export interface UnderConstruction extends Started<'under-construction'> {}

export interface AdjustmentBeforeUnit extends Started<'adjustment-proposed'> {
  readonly adjustment: OpenAdjustment;
}

export interface AdjustmentBeforePdrc extends Started<'adjustment-decision-pending'> {
  readonly adjustment: OpenAdjustment;
  readonly decision: PendingDecision;
}

export interface UnderAcceptance extends Started<'acceptance-requested'> {
  readonly request: AcceptanceRequest;
  /** Experts who may read the project, as long as acceptance is requested. */
  readonly reviewers: readonly string[];
  /** The period under which the request was made; null in the first round. */
  readonly rectification: Rectification | null;
}

export interface AcceptanceBeforePdrc extends Started<'acceptance-decision-pending'> {
  readonly request: AcceptanceRequest;
  readonly rectification: Rectification | null;
  readonly decision: PendingDecision;
}

export interface InRectification extends Started<'rectification' | 'rectification-expired'> {
  readonly rectification: Rectification;
}

export interface RevocationBeforePdrc extends Started<'revocation-decision-pending'> {
  readonly rectification: Rectification;
  readonly decision: PendingDecision;
}

/** A construction project (Art. 16–17). `accepted` and `revoked` are final. */
export type ProjectState =
  | { readonly status: 'not-started' }
  | UnderConstruction
  | AdjustmentBeforeUnit
  | AdjustmentBeforePdrc
  | UnderAcceptance
  | AcceptanceBeforePdrc
  | InRectification
  | RevocationBeforePdrc
  | Started<'accepted'>
  | Started<'revoked'>;

export type ProjectStatus = ProjectState['status'];

/** Any state but that of a project that does not exist. */
export type StartedState = Exclude<ProjectState, { status: 'not-started' }>;

export const initialState: ProjectState = { status: 'not-started' };

/** Name of the project's stream, which its decision proposals name as their subject. */
export function projectStream(caseId: string): string {
  return `project-${caseId}`;
}
