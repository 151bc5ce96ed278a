import { accept, type DecisionContext, type DecisionResult } from '@iic/event-sourcing';
import { dayOf, formatNumber, type PolicyPack, type PolicyPacks, startOfDay } from '@iic/policy';
import { type Denied, deny } from '../problems.ts';
import { actors } from './available-acts.ts';
import type {
  AwardPlaque,
  CenterCommand,
  DesignateCenter,
  NumberPlaque,
  ReassignCompetentUnit,
} from './commands.ts';
import { correctCenter, wrongEntity, wrongNames } from './correction.ts';
import type { CenterEvent } from './events.ts';
import { factsOn } from './facts.ts';
import type { Center, CenterState } from './state.ts';

type Result = DecisionResult<CenterEvent>;

/** Decides every command; the rules are those of the policy pack the center is pinned to. */
export function createDecide(packs: PolicyPacks) {
  return (command: CenterCommand, state: CenterState, context: DecisionContext): Result => {
    if (command.type === 'DesignateCenter') return designate(command, state, packs);
    if (state.status === 'not-designated') {
      return command.type === 'ReassignCompetentUnit' ? accept() : deny('center-not-designated');
    }
    const { center } = state;
    const pack = packs.getPinned(center.policy);
    switch (command.type) {
      case 'NumberPlaque':
        return numberPlaque(command, center, pack);
      case 'AwardPlaque':
        return wrongRole(command.type, context) ?? awardPlaque(command, center, context);
      case 'CorrectCenter':
        return wrongRole(command.type, context) ?? correctCenter(command, center, pack, context);
      case 'ReassignCompetentUnit':
        return reassignCompetentUnit(command, center);
      default:
        return command satisfies never;
    }
  };
}

/** Designates once for a case; the same decision again changes nothing. */
function designate({ designation }: DesignateCenter, state: CenterState, packs: PolicyPacks): Result {
  const { decisionId, policyId, policyHash, effectiveDate, province, entity } = designation;
  if (state.status !== 'not-designated') {
    return state.center.decisionId === decisionId ? accept() : deny('center-already-designated');
  }
  const policy = { id: policyId, hash: policyHash };
  const wrong = wrongNames(designation, packs.getPinned(policy)) ?? wrongEntity(entity, province);
  if (wrong !== undefined) return wrong;
  return accept({
    type: 'CenterDesignated',
    data: designation,
    effectiveAt: startOfDay(effectiveDate),
    policy: { ...policy, article: 'Art. 17' },
  });
}

function numberPlaque(
  { year, serial }: NumberPlaque,
  { plaque, effectiveDate }: Center,
  pack: PolicyPack,
): Result {
  const number = formatNumber(pack.agency.plaqueNumber, { year, serial });
  if (plaque.status !== 'unnumbered') {
    return plaque.number === number
      ? accept()
      : deny('plaque-already-numbered', { params: { number: plaque.number } });
  }
  return accept({
    type: 'PlaqueNumbered',
    data: { year, serial, number },
    // A center bears its number from its first day on, however much later the number is assigned.
    effectiveAt: startOfDay(effectiveDate),
  });
}

function awardPlaque({ awardedOn }: AwardPlaque, center: Center, { now }: DecisionContext): Result {
  const { plaque, effectiveDate, policy } = center;
  if (plaque.status === 'unnumbered') return deny('plaque-not-numbered');
  if (plaque.status === 'awarded') return deny('plaque-already-awarded');
  if (awardedOn > dayOf(now)) return deny('date-in-future', { params: { date: awardedOn } });
  if (awardedOn < effectiveDate) {
    return deny('date-before-designation', { params: { date: awardedOn, effectiveDate } });
  }
  return accept({
    type: 'PlaqueAwarded',
    data: { awardedOn },
    effectiveAt: startOfDay(awardedOn),
    policy: { ...policy, article: 'Art. 17' },
  });
}

/** Takes effect on the day of the act, or with the designation where that is later. */
function reassignCompetentUnit(
  { competentUnit, effectiveDate }: ReassignCompetentUnit,
  center: Center,
): Result {
  const from = effectiveDate < center.effectiveDate ? center.effectiveDate : effectiveDate;
  const previous = factsOn(from, center.statements).competentUnit;
  if (previous === competentUnit) return accept();
  return accept({
    type: 'CenterCompetentUnitReassigned',
    data: { competentUnit, previous, effectiveDate: from },
    effectiveAt: startOfDay(from),
    policy: { ...center.policy, article: 'Art. 5' },
  });
}

function wrongRole(act: keyof typeof actors, { actor }: DecisionContext): Denied | undefined {
  const role = actors[act];
  return actor.role === role ? undefined : deny('role-may-not', { params: { role } });
}
