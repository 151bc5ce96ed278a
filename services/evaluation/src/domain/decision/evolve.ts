import type { EventMeta } from '@iic/event-sourcing';
import type { DecisionEvent } from './events.ts';
import { evolveTaken } from './evolve-taken.ts';
import type { Consultation, DecisionState, OpenDecision, PreparedDecision } from './state.ts';

type Undecided = OpenDecision | PreparedDecision;

/** Folds one fact into the state of a decision. */
export function evolveDecision(
  state: DecisionState,
  event: DecisionEvent,
  { recordedAt: proposedAt }: Pick<EventMeta, 'recordedAt'>,
): DecisionState {
  switch (event.type) {
    case 'DecisionOpened': {
      const { policyId, policyHash, ...proposal } = event.data;
      const file = { ...proposal, policy: { id: policyId, hash: policyHash }, proposedAt };
      return { status: 'open', file, departments: [], preparations: 0, handlers: [] };
    }
    case 'DecisionCompetentUnitReassigned': {
      if (state.status === 'none') throw new TypeError('A decision was reassigned before it was opened.');
      return { ...state, file: { ...state.file, competentUnit: event.data.competentUnit } };
    }
    case 'DecisionSubjectChanged': {
      const { subjectVersion, subjectHash, reviewId, summary } = event.data;
      const before = reopened(undecided(state, event.type));
      return {
        ...before,
        file: { ...before.file, subjectVersion, subjectHash, reviewId, summary, proposedAt },
      };
    }
    case 'DepartmentOpinionRequested': {
      const asked = { ...event.data, status: 'asked', answer: null, waivedBecause: null } as const;
      const before = undecided(state, event.type);
      const others = before.departments.filter(({ department }) => department !== asked.department);
      return { ...before, departments: [...others, asked] };
    }
    case 'DepartmentOpinionRecorded': {
      const { department, ...answer } = event.data;
      return consulted(undecided(state, event.type), department, { status: 'answered', answer });
    }
    case 'DepartmentOpinionWaived': {
      const { department, reason } = event.data;
      return consulted(undecided(state, event.type), department, { status: 'waived', waivedBecause: reason });
    }
    case 'DecisionPrepared': {
      const before = reopened(undecided(state, event.type));
      const { preparation, handler } = event.data;
      const handlers = before.handlers.includes(handler) ? before.handlers : [...before.handlers, handler];
      return {
        ...before,
        status: 'prepared',
        preparations: preparation,
        handlers,
        preparation: event.data,
        approvals: [],
      };
    }
    case 'DecisionReturned':
      return reopened(prepared(state, event.type));
    case 'DecisionApproved': {
      const before = prepared(state, event.type);
      return { ...before, approvals: [...before.approvals, event.data.approver] };
    }
    case 'DecisionTaken': {
      const { file, departments, handlers, preparation } = prepared(state, event.type);
      return {
        status: 'taken',
        file,
        departments,
        handlers,
        taken: event.data,
        minimumApprovers: preparation.minimumApprovers,
        number: null,
        documents: [],
        changes: 0,
        pending: null,
      };
    }
    default:
      return evolveTaken(state, event);
  }
}

function undecided(state: DecisionState, event: string): Undecided {
  if (state.status !== 'open' && state.status !== 'prepared')
    throw new TypeError(`${event} cannot follow in status ${state.status}.`);
  return state;
}

function prepared(state: DecisionState, event: string): PreparedDecision {
  if (state.status !== 'prepared') throw new TypeError(`${event} cannot follow in status ${state.status}.`);
  return state;
}

/** Nothing is before the deciders any longer. */
function reopened({ file, departments, preparations, handlers }: Undecided): OpenDecision {
  return { status: 'open', file, departments, preparations, handlers };
}

function consulted(state: Undecided, department: string, change: Partial<Consultation>): Undecided {
  const departments = state.departments.map((one) =>
    one.department === department ? { ...one, ...change } : one,
  );
  return { ...state, departments };
}
