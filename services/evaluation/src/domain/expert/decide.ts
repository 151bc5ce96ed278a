import { type Actor, accept, type DecisionContext, type DecisionResult } from '@iic/event-sourcing';
import { type Denial, deny } from '../problems.ts';
import { wrongRole } from '../roles.ts';
import { expertActors } from './available-actions.ts';
import type { ExpertCommand, RegisterExpert, ReviseExpert } from './commands.ts';
import type { ExpertEvent, ExpertParticulars } from './events.ts';
import type { ExpertState, RegisteredExpert } from './state.ts';

type Result = DecisionResult<ExpertEvent>;

/** What an expert can state about itself; what is not stated is never read as "none". */
export const statable = ['employer', 'employer-parent', 'ties'] as const;

/** Decides about the expert register. */
export function decideExpert(command: ExpertCommand, state: ExpertState, { actor }: DecisionContext): Result {
  const denial = wrongRole(actor, expertActors[command.type]);
  if (denial !== undefined) return denial;
  if (command.type === 'RegisterExpert') return register(command, state);
  if (state.status === 'unknown') return deny('expert-unknown');
  switch (command.type) {
    case 'ReviseExpert':
      return revise(command, state, actor);
    case 'SuspendExpert':
      return state.status === 'suspended'
        ? deny('expert-already-suspended')
        : accept<ExpertEvent>({ type: 'ExpertSuspended', data: { reason: command.reason } });
    case 'ReinstateExpert':
      return state.status === 'available'
        ? deny('expert-not-suspended')
        : accept<ExpertEvent>({ type: 'ExpertReinstated', data: { reason: command.reason } });
    default:
      return command satisfies never;
  }
}

function register({ expertId, particulars, person }: RegisterExpert, state: ExpertState): Result {
  if (state.status !== 'unknown') return deny('expert-exists', { params: { expertId } });
  return (
    contradiction(particulars) ??
    accept<ExpertEvent>({
      type: 'ExpertRegistered',
      data: { expertId, ...particulars },
      personal: { subject: expertId, content: person },
    })
  );
}

function revise(command: ReviseExpert, expert: RegisteredExpert, actor: Actor): Result {
  const { particulars, reason, person } = command;
  const { expertId } = expert;
  return (
    beyondSelfService(particulars, expert, actor) ??
    contradiction(particulars) ??
    accept<ExpertEvent>({
      type: 'ExpertRevised',
      data: { ...particulars, reason },
      ...(person === undefined ? {} : { personal: { subject: expertId, content: person } }),
    })
  );
}

/** An expert speaks for itself only, and does not grant itself what seats on a panel are counted by. */
function beyondSelfService(
  { qualifications }: ExpertParticulars,
  expert: RegisteredExpert,
  actor: Actor,
): Denial | undefined {
  if (actor.role === 'pdrc-handler') return undefined;
  if (actor.subject !== expert.expertId) return deny('expert-not-yours');
  const granted = expert.particulars.qualifications.toSorted().join();
  return qualifications.toSorted().join() === granted ? undefined : deny('qualifications-not-self-granted');
}

function contradiction({ employer, employerParent, ties, stated }: ExpertParticulars): Denial | undefined {
  const allowed: readonly string[] = statable;
  const unknown = stated.find((entry) => !allowed.includes(entry));
  if (unknown !== undefined)
    return deny('expert-stated-unknown', { params: { entry: unknown, allowed: allowed.join(', ') } });
  const given = {
    employer: employer !== null,
    'employer-parent': employerParent !== null,
    ties: ties.length > 0,
  };
  const silent = statable.find((entry) => given[entry] && !stated.includes(entry));
  return silent === undefined
    ? undefined
    : deny('expert-particulars-contradict', { params: { entry: silent } });
}
