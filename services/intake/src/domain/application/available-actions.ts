import type { Instant } from '@iic/event-sourcing';
import type { ApplicationCommand } from './commands.ts';
import type { ApplicationState, Status } from './state.ts';

/** Who acts: a role of the case. `platform` is the process manager, never a person. */
export type Party = 'lead-unit' | 'member-unit' | 'competent-unit' | 'pdrc-handler' | 'platform';

/** What can be done with a case; several commands may serve one action. */
export type Action =
  | 'draft'
  | 'edit'
  | 'commit'
  | 'bind-scan'
  | 'name-contact'
  | 'submit'
  | 'withdraw'
  | 'confirm-participation'
  | 'preliminary-review'
  | 'issue-transmittal'
  | 'file'
  | 'formality-check'
  | 'request-withdrawal'
  | 'request-revision'
  | 'submit-revision'
  | 'reassign-competent-unit'
  | 'record-review-start'
  | 'record-reviewers'
  | 'record-review'
  | 'record-withdrawal'
  | 'record-decision';

/** The action a command serves. */
export const actionOf = {
  DraftApplication: 'draft',
  TakeOverLeadUnit: 'edit',
  ChooseField: 'edit',
  ProposeName: 'edit',
  DescribeEntity: 'edit',
  ListMember: 'edit',
  RemoveMember: 'edit',
  ListPlatforms: 'edit',
  PlanInvestment: 'edit',
  PlanConstruction: 'edit',
  ClaimCondition: 'edit',
  WriteChapters: 'edit',
  AddAttachment: 'edit',
  RemoveAttachment: 'edit',
  JustifyFinding: 'edit',
  EditSections: 'edit',
  NameContact: 'name-contact',
  ConfirmParticipation: 'confirm-participation',
  CommitTruthfulness: 'commit',
  BindSealedScan: 'bind-scan',
  SubmitApplication: 'submit',
  PassPreliminaryReview: 'preliminary-review',
  ReturnForSupplement: 'preliminary-review',
  RejectApplication: 'preliminary-review',
  IssueTransmittal: 'issue-transmittal',
  FileApplication: 'file',
  AcceptApplication: 'formality-check',
  ReturnAtFormalityCheck: 'formality-check',
  RefuseApplication: 'formality-check',
  WithdrawApplication: 'withdraw',
  RequestWithdrawal: 'request-withdrawal',
  RequestRevision: 'request-revision',
  SubmitRevision: 'submit-revision',
  ReassignCaseCompetentUnit: 'reassign-competent-unit',
  RecordReviewStarted: 'record-review-start',
  RecordReviewers: 'record-reviewers',
  RecordReviewConclusion: 'record-review',
  RecordReviewWithdrawn: 'record-review',
  RecordWithdrawalRefused: 'record-withdrawal',
  RecordDecision: 'record-decision',
  RecordDecisionVoided: 'record-decision',
} as const satisfies Record<ApplicationCommand['type'], Action>;

/** Who may do an action. */
export const partyOf = {
  draft: 'lead-unit',
  edit: 'lead-unit',
  commit: 'lead-unit',
  'bind-scan': 'lead-unit',
  'name-contact': 'lead-unit',
  submit: 'lead-unit',
  withdraw: 'lead-unit',
  'confirm-participation': 'member-unit',
  'preliminary-review': 'competent-unit',
  'issue-transmittal': 'competent-unit',
  file: 'lead-unit',
  'formality-check': 'pdrc-handler',
  'request-withdrawal': 'lead-unit',
  'request-revision': 'pdrc-handler',
  'submit-revision': 'lead-unit',
  'reassign-competent-unit': 'pdrc-handler',
  'record-review-start': 'platform',
  'record-reviewers': 'platform',
  'record-review': 'platform',
  'record-withdrawal': 'platform',
  'record-decision': 'platform',
} as const satisfies Record<Action, Party>;

const preparing = ['edit', 'commit', 'bind-scan', 'name-contact', 'confirm-participation'] as const;
const beforeAcceptance = [
  'bind-scan',
  'name-contact',
  'confirm-participation',
  'withdraw',
  'reassign-competent-unit',
] as const;
const afterAcceptance = ['name-contact', 'reassign-competent-unit'] as const;

/** What can be done in a status. */
export const actionsByStatus = {
  none: ['draft'],
  draft: ['submit', ...preparing, 'withdraw', 'reassign-competent-unit'],
  submitted: ['preliminary-review', ...beforeAcceptance],
  returned: ['submit', ...preparing, 'withdraw', 'reassign-competent-unit'],
  passed: ['file', 'issue-transmittal', ...beforeAcceptance],
  rejected: [],
  filed: ['formality-check', 'issue-transmittal', ...beforeAcceptance],
  accepted: [
    'record-review-start',
    'record-review',
    'record-withdrawal',
    'request-withdrawal',
    ...afterAcceptance,
  ],
  'under-review': [
    'record-reviewers',
    'record-review',
    'record-withdrawal',
    'request-withdrawal',
    ...afterAcceptance,
  ],
  'awaiting-decision': ['record-decision', 'record-withdrawal', 'request-revision', ...afterAcceptance],
  'in-revision': [
    'submit-revision',
    ...preparing,
    'record-decision',
    'record-withdrawal',
    'reassign-competent-unit',
  ],
  approved: [...afterAcceptance],
  declined: [],
  refused: [],
  withdrawn: [],
} as const satisfies Record<Status, readonly Action[]>;

/** The action a case waits for; `null` where it has ended or waits for another service. */
export const expectedAction = {
  none: null,
  draft: 'submit',
  submitted: 'preliminary-review',
  returned: 'submit',
  passed: 'file',
  rejected: null,
  filed: 'formality-check',
  accepted: null,
  'under-review': null,
  'awaiting-decision': null,
  'in-revision': 'submit-revision',
  approved: null,
  declined: null,
  refused: null,
  withdrawn: null,
} as const satisfies Record<Status, Action | null>;

/** One thing a party may do next. */
export interface AvailableAction {
  readonly action: Action;
  readonly by: Exclude<Party, 'platform'>;
  /** The organisation that may do it; `null` for any handler of the PDRC, or any member of the consortium. */
  readonly organisation: string | null;
  /** True for the action the case waits for. */
  readonly expected: boolean;
  /** Until when it is due; `null` where no limit is set. */
  readonly until: Instant | null;
  readonly overdue: boolean;
}

/** Whether a status admits a command. */
export function admits(status: Status, command: ApplicationCommand['type']): boolean {
  return actionsByStatus[status].some((action) => action === actionOf[command]);
}

/** What may be done with the case next, by whom, until when. */
export function availableActions(state: ApplicationState, now: Instant): readonly AvailableAction[] {
  const due = 'dueAt' in state ? state.dueAt : null;
  return actionsByStatus[state.status].flatMap((action) => {
    const by = partyOf[action];
    if (by === 'platform' || isPointless(action, state)) return [];
    const expected = action === expectedAction[state.status];
    const until = expected ? due : null;
    const overdue = until !== null && until < now;
    return [{ action, by, organisation: organisationFor(by, state), expected, until, overdue }];
  });
}

/** An action its status admits, but not this case: it was done already. */
function isPointless(action: Action, state: ApplicationState): boolean {
  return action === 'request-withdrawal' && 'withdrawalRequested' in state && state.withdrawalRequested;
}

function organisationFor(by: Party, state: ApplicationState): string | null {
  if (state.status === 'none') return null;
  if (by === 'lead-unit') return state.leadUnit.organisation;
  return by === 'competent-unit' ? state.competentUnit : null;
}
