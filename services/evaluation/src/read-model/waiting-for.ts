import type { DecisionState } from '../domain/decision/state.ts';
import type { Frozen, ReviewState, WithPanel } from '../domain/review/state.ts';

/** Marks one person among those a case waits for; a bare role stands for everyone who has it. */
export function person(subject: string): string {
  return `person:${subject}`;
}

/** Whom a review waits for now: roles, or single persons. */
export function waitingForReview(state: ReviewState): readonly string[] {
  switch (state.status) {
    case 'committing':
    case 'ordered':
      return ['pdrc-handler'];
    case 'frozen':
      return seedHolders(state).map(person);
    case 'inviting':
      return [
        ...state.panel.filter(({ accepted }) => !accepted).map(({ member }) => person(member.expertId)),
        'pdrc-handler',
      ];
    case 'assembled':
      return [...withoutSheet(state).map(person), 'pdrc-handler'];
    case 'deliberated':
      return [
        ...expertsOf(state)
          .filter((id) => !state.opinion.signatures.includes(id))
          .map(person),
        'pdrc-handler',
      ];
    case 'none':
    case 'concluded':
    case 'withdrawn':
      return [];
    default:
      return state satisfies never;
  }
}

/** Whom a decision waits for now. */
export function waitingForDecision(state: DecisionState): readonly string[] {
  switch (state.status) {
    case 'open':
      return ['pdrc-handler', ...asked(state)];
    case 'prepared':
      return ['pdrc-decider', ...asked(state)];
    case 'taken':
    case 'suspended':
      return state.pending === null ? [] : ['pdrc-decider'];
    case 'none':
    case 'annulled':
    case 'void':
      return [];
    default:
      return state satisfies never;
  }
}

/** Of those a decision waits for by role, the persons who have done their part or may not do it. */
export function notWaitingForDecision(state: DecisionState): readonly string[] {
  switch (state.status) {
    case 'prepared':
      return [...state.approvals, ...state.handlers];
    case 'taken':
    case 'suspended':
      return state.pending === null ? [] : [...state.pending.approvals, state.pending.handler];
    default:
      return [];
  }
}

function seedHolders({ seeds, opened }: Frozen): readonly string[] {
  const done = new Set(opened.map(({ holder }) => holder));
  return seeds.map(({ holder }) => holder).filter((holder) => !done.has(holder));
}

function expertsOf({ panel }: WithPanel): readonly string[] {
  return panel.map(({ member }) => member.expertId);
}

function withoutSheet(state: WithPanel): readonly string[] {
  const done = new Set(state.sheets.filter((sheet) => !sheet.void).map(({ expertId }) => expertId));
  return expertsOf(state).filter((id) => !done.has(id));
}

function asked({ departments }: Extract<DecisionState, { status: 'open' | 'prepared' }>): readonly string[] {
  return departments
    .filter(({ status }) => status === 'asked')
    .map(({ department }) => `department:${department}`);
}
