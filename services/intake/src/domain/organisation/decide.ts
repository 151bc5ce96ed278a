import { type Actor, accept, type DecisionContext, type DecisionResult } from '@iic/event-sourcing';
import { isCalendarDate, startOfDay } from '@iic/policy';
import { badArea, badUscc } from '../codes.ts';
import { deny } from '../problems.ts';
import type {
  CorrectOrganisation,
  OrganisationCommand,
  OrganisationProfile,
  ReassignCompetentUnit,
  RegisterOrganisation,
} from './commands.ts';
import type { OrganisationEvent } from './events.ts';
import {
  type OrganisationState,
  organisationKinds,
  profileAsOf,
  type RegisteredOrganisation,
} from './state.ts';

type Result = DecisionResult<OrganisationEvent>;
type Denial = ReturnType<typeof deny>;

const selfRegistering = ['lead-unit', 'member-unit', 'competent-unit', 'center'];
const ownCompetentUnitKinds = ['development-and-reform-commission', 'provincial-unit'];

/** Decides about the register of organisations. */
export function decideOrganisation(
  command: OrganisationCommand,
  state: OrganisationState,
  { actor }: DecisionContext,
): Result {
  if (command.type === 'RegisterOrganisation') return register(command, state, actor);
  if (state.status === 'unknown') return deny('organisation-unknown');
  const outOfTime = badDate(command.effectiveFrom, state);
  if (outOfTime !== undefined) return outOfTime;
  return command.type === 'CorrectOrganisation'
    ? correct(command, state, actor)
    : reassign(command, state, actor);
}

function register(command: RegisterOrganisation, state: OrganisationState, actor: Actor): Result {
  const { organisation, profile, effectiveFrom } = command;
  const basis = basisOf(actor, organisation);
  if (basis === undefined) return deny('not-permitted', { params: { by: 'pdrc-handler, lead-unit' } });
  if (state.status === 'registered') return deny('organisation-exists', { params: { organisation } });
  if (!isCalendarDate(effectiveFrom)) return deny('date-invalid', { params: { date: effectiveFrom } });
  const denial = badProfile(profile, command, organisation) ?? badCompetentUnit(profile, organisation, basis);
  if (denial !== undefined) return denial;
  if (!command.competentUnitKnown) return unknownCompetentUnit(profile.competentUnit);
  return accept<OrganisationEvent>({
    type: 'OrganisationRegistered',
    data: {
      organisation,
      ...profile,
      word: { basis, organisation: actor.organisation },
      effectiveFrom,
    },
    effectiveAt: startOfDay(effectiveFrom),
    ...(command.contact === undefined ? {} : { personal: command.contact }),
  });
}

function correct(command: CorrectOrganisation, state: RegisteredOrganisation, actor: Actor): Result {
  const { organisation } = state;
  const basis = basisOf(actor, organisation);
  if (basis === undefined || basis === 'declared') {
    return deny('not-permitted', { params: { by: 'pdrc-handler' } });
  }
  const before = profileAsOf(state, command.effectiveFrom);
  const changes = realChanges(before, command.changes);
  if (Object.keys(changes).length === 0) return deny('correction-empty');
  const after = { ...before, ...changes };
  const denial = badProfile(after, command, organisation) ?? badCompetentUnit(after, organisation, basis);
  if (denial !== undefined) return denial;
  return accept<OrganisationEvent>({
    type: 'OrganisationCorrected',
    data: {
      organisation,
      changes,
      reason: command.reason,
      word: { basis, organisation: actor.organisation },
      effectiveFrom: command.effectiveFrom,
    },
    effectiveAt: startOfDay(command.effectiveFrom),
  });
}

function reassign(command: ReassignCompetentUnit, state: RegisteredOrganisation, actor: Actor): Result {
  if (actor.role !== 'pdrc-handler') return deny('not-permitted', { params: { by: 'pdrc-handler' } });
  const { organisation } = state;
  const { competentUnit, reason, documentNumber, effectiveFrom } = command;
  const before = profileAsOf(state, effectiveFrom);
  if (before.competentUnit === competentUnit) {
    return deny('competent-unit-unchanged', { params: { competentUnit } });
  }
  const denial = badCompetentUnit({ ...before, competentUnit }, organisation, 'pdrc');
  if (denial !== undefined) return denial;
  if (!command.competentUnitKnown) return unknownCompetentUnit(competentUnit);
  return accept<OrganisationEvent>({
    type: 'OrganisationCompetentUnitReassigned',
    data: { organisation, competentUnit, reason, documentNumber, effectiveFrom },
    effectiveAt: startOfDay(effectiveFrom),
  });
}

/** On whose word the actor may make an entry for an organisation, if on anyone's. */
function basisOf(actor: Actor, organisation: string): 'pdrc' | 'self' | 'declared' | undefined {
  if (actor.role === 'pdrc-handler') return 'pdrc';
  if (!selfRegistering.includes(actor.role)) return undefined;
  if (actor.organisation === organisation) return 'self';
  return actor.role === 'lead-unit' ? 'declared' : undefined;
}

function badProfile(
  profile: OrganisationProfile,
  { sameUscc, effectiveFrom }: RegisterOrganisation | CorrectOrganisation,
  organisation: string,
): Denial | undefined {
  const { uscc, kind, area, parent, parentKnown } = profile;
  const wrong = badUscc(uscc) ?? badArea(area, effectiveFrom);
  if (wrong !== undefined) return wrong;
  if (sameUscc !== null && sameUscc !== organisation) {
    return deny('uscc-registered', { params: { uscc, organisation: sameUscc } });
  }
  if (!organisationKinds.some((known) => known === kind)) {
    return deny('organisation-kind-unknown', { params: { kind, allowed: organisationKinds.join(', ') } });
  }
  if (parent === organisation) return deny('parent-is-itself');
  return parent !== null && !parentKnown ? deny('parent-contradicts') : undefined;
}

function badCompetentUnit(
  profile: OrganisationProfile,
  organisation: string,
  basis: 'pdrc' | 'self' | 'declared',
): Denial | undefined {
  if (basis === 'declared' && profile.competentUnit !== null) return deny('declared-competent-unit');
  return profile.competentUnit === organisation && !ownCompetentUnitKinds.includes(profile.kind)
    ? deny('own-competent-unit', { params: { kind: profile.kind } })
    : undefined;
}

function unknownCompetentUnit(competentUnit: string | null): Denial {
  return deny('competent-unit-unknown', { params: { competentUnit: competentUnit ?? '' } });
}

function badDate(date: string, state: RegisteredOrganisation): Denial | undefined {
  if (!isCalendarDate(date)) return deny('date-invalid', { params: { date } });
  const { registeredFrom } = state;
  return date < registeredFrom
    ? deny('effective-before-registration', { params: { date, registeredFrom } })
    : undefined;
}

/** The changes that differ from what is in force. */
function realChanges(
  before: OrganisationProfile,
  changes: CorrectOrganisation['changes'],
): CorrectOrganisation['changes'] {
  return {
    ...(differs(changes.name, before.name) && { name: changes.name }),
    ...(differs(changes.uscc, before.uscc) && { uscc: changes.uscc }),
    ...(differs(changes.kind, before.kind) && { kind: changes.kind }),
    ...(differs(changes.area, before.area) && { area: changes.area }),
    ...(differs(changes.parent, before.parent) && { parent: changes.parent }),
    ...(differs(changes.parentKnown, before.parentKnown) && { parentKnown: changes.parentKnown }),
  };
}

function differs<Value>(value: Value | undefined, before: Value): value is Value {
  return value !== undefined && value !== before;
}
