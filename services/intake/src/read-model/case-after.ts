import type { ApplicationDrafted } from '@iic/contracts';
import { expectedAction, partyOf } from '../domain/application/available-actions.ts';
import type { ApplicationEvent } from '../domain/application/events.ts';
import type { Status } from '../domain/application/state.ts';
import type { CaseEntry, ShownContent } from './case-entry.ts';

/** The entry after one more event of its case. */
export function caseAfter(
  entry: CaseEntry | undefined,
  event: ApplicationEvent,
  recordedAt: string,
): CaseEntry | undefined {
  if (event.type === 'ApplicationDrafted') return drafted(event, recordedAt);
  if (entry === undefined) return undefined;
  const status = statusAfter(event);
  const changed = { ...entry, ...changes(entry, event, recordedAt) };
  return status === undefined ? changed : inStatus(changed, status, dueAtOf(event), recordedAt);
}

function drafted({ data }: ApplicationDrafted, recordedAt: string): CaseEntry {
  const entry: CaseEntry = {
    caseId: data.caseId,
    status: 'none',
    leadUnit: data.leadUnit.organisation,
    leadUnitName: data.leadUnit.name,
    leadUnitUscc: data.leadUnit.uscc,
    competentUnit: data.competentUnit,
    province: data.province,
    members: [],
    unconfirmed: [],
    field: null,
    nameZh: null,
    nameEn: null,
    asSubmitted: null,
    version: 0,
    manifestHash: null,
    submitted: false,
    filed: false,
    draftedAt: recordedAt,
    submittedAt: null,
    filedAt: null,
    since: recordedAt,
    reviewers: [],
    dueAt: null,
    waitingFor: null,
  };
  return inStatus(entry, 'draft', null, recordedAt);
}

function inStatus(entry: CaseEntry, status: Status, dueAt: string | null, since: string): CaseEntry {
  const action = expectedAction[status];
  return {
    ...entry,
    status,
    dueAt,
    since,
    reviewers: [],
    waitingFor: action === null ? null : partyOf[action],
  };
}

function dueAtOf({ data }: ApplicationEvent): string | null {
  return 'dueAt' in data ? data.dueAt : null;
}

/** The status an event leads to; `undefined` for one that leaves it as it is. */
function statusAfter({ type }: ApplicationEvent): Status | undefined {
  return Object.hasOwn(statusByEvent, type) ? statusByEvent[type as keyof typeof statusByEvent] : undefined;
}

const statusByEvent = {
  ApplicationSubmitted: 'submitted',
  PreliminaryReviewPassed: 'passed',
  ApplicationReturnedForSupplement: 'returned',
  PreliminaryReviewRejected: 'rejected',
  ApplicationFiled: 'filed',
  ApplicationAccepted: 'accepted',
  ApplicationReturnedAtFormalityCheck: 'returned',
  ApplicationRefused: 'refused',
  ApplicationWithdrawn: 'withdrawn',
  FormationReviewStarted: 'under-review',
  FormationReviewRecorded: 'awaiting-decision',
  FormationReviewAbandoned: 'returned',
  RevisionRequested: 'in-revision',
  ApplicationRevised: 'awaiting-decision',
  ApplicationDeclined: 'declined',
  ApplicationApproved: 'approved',
} as const satisfies { readonly [Type in ApplicationEvent['type']]?: Status };

/** What an event changes besides the status. */
function changes(entry: CaseEntry, event: ApplicationEvent, recordedAt: string): Partial<CaseEntry> {
  switch (event.type) {
    case 'LeadUnitTakenOver':
      return { leadUnitName: event.data.leadUnit.name, leadUnitUscc: event.data.leadUnit.uscc };
    case 'StrategicFieldChosen':
      return { field: event.data.field };
    case 'CenterNameProposed':
      return { nameZh: event.data.zh, nameEn: event.data.en };
    case 'MemberListed':
      return withMember(entry, event.data.member.organisation);
    case 'MemberRemoved':
      return withoutMember(entry, event.data.organisation);
    case 'ParticipationConfirmed':
      return { unconfirmed: without(entry.unconfirmed, event.data.organisation) };
    case 'ApplicationSubmitted':
    case 'ApplicationRevised':
      return {
        asSubmitted: shownContent(entry),
        version: event.data.version,
        manifestHash: event.data.manifestHash,
        submitted: true,
        submittedAt: recordedAt,
      };
    case 'ApplicationFiled':
      return { filed: true, filedAt: recordedAt };
    case 'CaseReviewersRecorded':
      return { reviewers: event.data.reviewers };
    case 'CaseCompetentUnitReassigned':
      return { competentUnit: event.data.competentUnit };
    default:
      return {};
  }
}

function shownContent(entry: CaseEntry): ShownContent {
  const { leadUnitName, leadUnitUscc, members, unconfirmed, field, nameZh, nameEn } = entry;
  return { leadUnitName, leadUnitUscc, members, unconfirmed, field, nameZh, nameEn };
}

function withMember({ members, unconfirmed }: CaseEntry, organisation: string): Partial<CaseEntry> {
  return {
    members: [...without(members, organisation), organisation],
    unconfirmed: [...without(unconfirmed, organisation), organisation],
  };
}

function withoutMember({ members, unconfirmed }: CaseEntry, organisation: string): Partial<CaseEntry> {
  return { members: without(members, organisation), unconfirmed: without(unconfirmed, organisation) };
}

function without(list: readonly string[], item: string): readonly string[] {
  return list.filter((other) => other !== item);
}
