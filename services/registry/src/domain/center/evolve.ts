import type { CenterEvent } from './events.ts';
import { correctedFacts, type Statement } from './facts.ts';
import type { Center, CenterState, Designation } from './state.ts';

/** Folds an event into the state. An event that does not fit the state means a broken log and throws. */
export function evolve(state: CenterState, event: CenterEvent): CenterState {
  if (event.type === 'CenterDesignated') return { status: 'designated', center: designated(event.data) };
  if (state.status === 'not-designated') {
    throw new Error(`Event ${event.type} cannot come before the designation: the stream is broken.`);
  }
  return { ...state, center: evolveCenter(state.center, event) };
}

function evolveCenter(center: Center, event: Exclude<CenterEvent, { type: 'CenterDesignated' }>): Center {
  switch (event.type) {
    case 'PlaqueNumbered':
      return { ...center, plaque: { status: 'numbered', number: event.data.number } };
    case 'PlaqueAwarded':
      return { ...center, plaque: awarded(center, event.data.awardedOn) };
    case 'CenterCompetentUnitReassigned': {
      const { competentUnit, effectiveDate } = event.data;
      return stated(center, { from: effectiveDate, facts: { competentUnit } });
    }
    case 'CenterCorrected': {
      return stated(center, { from: event.data.effectiveDate, facts: correctedFacts(event.data) });
    }
    default:
      throw new Error(`Unknown event ${JSON.stringify(event satisfies never)}.`);
  }
}

function designated(data: Designation): Center {
  const { nameZh, nameEn, leadUnit, competentUnit, area, field, entity, director } = data;
  return {
    caseId: data.caseId,
    province: data.province,
    decisionId: data.decisionId,
    policy: { id: data.policyId, hash: data.policyHash },
    effectiveDate: data.effectiveDate,
    statements: {
      designation: {
        from: data.effectiveDate,
        facts: { nameZh, nameEn, leadUnit, competentUnit, area, field, entity, director },
      },
      later: [],
    },
    plaque: { status: 'unnumbered' },
  };
}

function stated(center: Center, statement: Statement): Center {
  const { designation, later } = center.statements;
  return { ...center, statements: { designation, later: [...later, statement] } };
}

function awarded({ plaque }: Center, awardedOn: string): Center['plaque'] {
  if (plaque.status === 'unnumbered') {
    throw new Error('A plaque was awarded without a number: the stream is broken.');
  }
  return { status: 'awarded', number: plaque.number, awardedOn };
}
