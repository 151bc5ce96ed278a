import { recordedEvent } from '@iic/event-sourcing';
import { defineTimeline, searchKeys } from '@iic/read-models';
import type { CenterEvent, CenterFacts } from '../domain/center/events.ts';
import { correctedFacts } from '../domain/center/facts.ts';
import { isCenterEvent } from './center-event.ts';

/** A center as the public register shows it. */
export interface RegisteredCenter extends Omit<CenterFacts, 'director'> {
  readonly id: string;
  readonly status: 'designated';
  readonly province: string;
  /** First day of the designation. */
  readonly effectiveDate: string;
  readonly decisionId: string;
  /** Null until the plaque has a number. */
  readonly plaque: { readonly number: string; readonly awardedOn: string | null } | null;
}

/** The register with its whole history: what was known on one date about another. */
export const centerRegister = defineTimeline<RegisteredCenter>()({
  name: 'center-register',
  version: 2,
  fields: {
    area: ({ area }) => area,
    field: ({ field }) => field,
    status: ({ status }) => status,
    name: { many: ({ nameZh, nameEn }) => [...searchKeys(nameZh), ...searchKeys(nameEn)] },
  },
  keyOf: ({ envelope }) => (isCenterEvent(envelope) ? envelope.correlation : undefined),
  apply: (entry, { envelope }) => applied(entry, recordedEvent<CenterEvent>(envelope)),
});

/** Facts come in the order they take effect; before the designation takes effect there is no entry. */
function applied(entry: RegisteredCenter | undefined, event: CenterEvent): RegisteredCenter | undefined {
  if (event.type === 'CenterDesignated') return designated(event.data);
  if (entry === undefined) return undefined;
  switch (event.type) {
    case 'PlaqueNumbered':
      return { ...entry, plaque: { number: event.data.number, awardedOn: null } };
    case 'PlaqueAwarded':
      return entry.plaque === null
        ? entry
        : { ...entry, plaque: { ...entry.plaque, awardedOn: event.data.awardedOn } };
    case 'CenterCompetentUnitReassigned':
      return { ...entry, competentUnit: event.data.competentUnit };
    case 'CenterCorrected': {
      const { director: _director, ...facts } = correctedFacts(event.data);
      return { ...entry, ...facts };
    }
    default:
      return event satisfies never;
  }
}

function designated(data: Extract<CenterEvent, { type: 'CenterDesignated' }>['data']): RegisteredCenter {
  const { nameZh, nameEn, leadUnit, competentUnit, province, area, field, entity } = data;
  return {
    id: data.caseId,
    status: 'designated',
    nameZh,
    nameEn,
    leadUnit,
    competentUnit,
    province,
    area,
    field,
    entity,
    effectiveDate: data.effectiveDate,
    decisionId: data.decisionId,
    plaque: null,
  };
}
