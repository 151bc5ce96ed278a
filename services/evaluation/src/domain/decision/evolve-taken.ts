import type {
  DecisionAmended,
  DecisionAnnulled,
  DecisionChangeApproved,
  DecisionChangeProposed,
  DecisionChangeReturned,
  DecisionCorrected,
  DecisionDocumented,
  DecisionNumbered,
  DecisionResumed,
  DecisionSuspended,
  DecisionVoided,
} from '@iic/contracts';
import type { AfterTaking, DecisionState } from './state.ts';

type LaterEvent =
  | DecisionNumbered
  | DecisionDocumented
  | DecisionVoided
  | DecisionChangeProposed
  | DecisionChangeReturned
  | DecisionChangeApproved
  | DecisionCorrected
  | DecisionAmended
  | DecisionSuspended
  | DecisionResumed
  | DecisionAnnulled;

/** Folds what becomes of a decision after it was taken. */
export function evolveTaken(state: DecisionState, event: LaterEvent): DecisionState {
  if (!('taken' in state)) throw new TypeError(`${event.type} cannot follow in status ${state.status}.`);
  switch (event.type) {
    case 'DecisionNumbered': {
      const { agency, year, serial, number } = event.data;
      return { ...state, number: { agency, year, serial, number } };
    }
    case 'DecisionDocumented':
      return { ...state, documents: [...state.documents, event.data.documentId] };
    case 'DecisionVoided':
      return { ...state, status: 'void', pending: null };
    case 'DecisionChangeProposed':
      return { ...state, changes: event.data.change, pending: { ...event.data, approvals: [] } };
    case 'DecisionChangeReturned':
      return { ...state, pending: null };
    case 'DecisionChangeApproved':
      return approved(state, event.data.approver);
    case 'DecisionCorrected': {
      const { article, reasons } = event.data;
      return { ...state, taken: { ...state.taken, article, reasons }, pending: null };
    }
    case 'DecisionAmended': {
      const { conditions } = event.data;
      return { ...state, taken: { ...state.taken, conditions }, pending: null };
    }
    case 'DecisionSuspended':
      return { ...state, status: 'suspended', pending: null };
    case 'DecisionResumed':
      return { ...state, status: 'taken', pending: null };
    case 'DecisionAnnulled':
      return { ...state, status: 'annulled', pending: null };
    default:
      return event satisfies never;
  }
}

function approved(state: AfterTaking, approver: string): AfterTaking {
  const { pending } = state;
  if (pending === null) throw new TypeError('A change was approved that had not been proposed.');
  return { ...state, pending: { ...pending, approvals: [...pending.approvals, approver] } };
}
