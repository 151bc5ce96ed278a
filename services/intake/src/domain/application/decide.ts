import { type Actor, accept, type DecisionContext, type DecisionResult } from '@iic/event-sourcing';
import { dayOf } from '@iic/policy';
import { deny } from '../problems.ts';
import { actionOf, admits, type Party, partyOf } from './available-actions.ts';
import type {
  ApplicationCommand,
  DraftApplication,
  EditCommand,
  EditSections,
  ReactionCommand,
} from './commands.ts';
import { decideEdit } from './decide-edit.ts';
import { decideReaction } from './decide-reaction.ts';
import { decideSections } from './decide-sections.ts';
import { decideStep } from './decide-step.ts';
import { draftEvents } from './draft-events.ts';
import type { ApplicationEvent } from './events.ts';
import type { TextHash } from './manifest.ts';
import type { PackOf } from './rules.ts';
import type { ApplicationCase, ApplicationState } from './state.ts';

/** What an application's decider is made with. */
export interface ApplicationDependencies {
  readonly packOf: PackOf;
  /** SHA-256 of text, hex. */
  readonly hash: TextHash;
}

type Result = DecisionResult<ApplicationEvent>;

/** Decides about an application. */
export function createApplicationDecision(dependencies: ApplicationDependencies) {
  return function decideApplication(
    command: ApplicationCommand,
    state: ApplicationState,
    context: DecisionContext,
  ): Result {
    if (command.type === 'DraftApplication') return draft(command, state, context.actor);
    if (state.status === 'none') return deny('application-unknown');
    const party = partyOf[actionOf[command.type]];
    if (!acts(party, state, context.actor)) return deny('not-permitted', { params: { by: party } });
    if (!admits(state.status, command.type)) {
      return deny('wrong-state', { params: { action: actionOf[command.type], status: state.status } });
    }
    const pack = dependencies.packOf(state.policy);
    const today = dayOf(context.now);
    if (command.type === 'EditSections') return decideSections(command, state, pack, today);
    if (isEdit(command)) return decideEdit(command, state, pack, today);
    const stepContext = { ...context, pack, hash: dependencies.hash };
    return isReaction(command)
      ? decideReaction(command, state, stepContext)
      : decideStep(command, state, stepContext);
  };
}

function draft(command: DraftApplication, state: ApplicationState, actor: Actor): Result {
  const { leadUnit, competentUnit } = command;
  if (state.status !== 'none') return deny('application-exists');
  if (actor.role !== 'lead-unit') return deny('not-permitted', { params: { by: 'lead-unit' } });
  if (leadUnit === null) return deny('lead-unit-unregistered');
  if (leadUnit.organisation !== actor.organisation) {
    return deny('not-permitted', { params: { by: 'lead-unit' } });
  }
  if (competentUnit === null) return deny('competent-unit-unset');
  return accept<ApplicationEvent>(...draftEvents(command, leadUnit, competentUnit));
}

/** Whether the actor is the party of this case. */
function acts(party: Party, state: ApplicationCase, actor: Actor): boolean {
  switch (party) {
    case 'platform':
      return actor.role === 'system';
    case 'lead-unit':
      return actor.role === party && actor.organisation === state.leadUnit.organisation;
    case 'competent-unit':
      return actor.role === party && actor.organisation === state.competentUnit;
    case 'member-unit':
      return actor.role === party && isMember(state, actor.organisation);
    case 'pdrc-handler':
      return actor.role === party;
    default:
      return party satisfies never;
  }
}

function isMember(state: ApplicationCase, organisation: string): boolean {
  return state.content.members.some((member) => member.organisation === organisation);
}

function isEdit(command: Exclude<ApplicationCommand, EditSections>): command is EditCommand {
  return actionOf[command.type] === 'edit';
}

function isReaction(command: Exclude<ApplicationCommand, EditSections>): command is ReactionCommand {
  return partyOf[actionOf[command.type]] === 'platform';
}
