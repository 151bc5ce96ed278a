import type { CenterCorrected, CenterDesignated, PlaqueAwarded, PlaqueNumbered } from '@iic/contracts';
import { defineTimeline, type ProjectedEvent, searchKeys } from '@iic/read-models';

/** A center as the public register shows it. */
export interface RegisteredCenter {
  readonly id: string;
  readonly status: 'designated';
  readonly nameZh: string;
  readonly nameEn: string;
  readonly leadUnit: string;
  readonly competentUnit: string;
  readonly province: string;
  readonly area: string;
  readonly field: string;
  readonly entity: CenterDesignated['data']['entity'];
  readonly decisionId: string;
  readonly effectiveDate: string;
  /** Null until the plaque has a number. */
  readonly plaque: { readonly number: string; readonly awardedOn: string | null } | null;
}

type Facts = Partial<RegisteredCenter>;

/** The register with its whole history: what was known on one day about another. */
export const centerRegister = defineTimeline<RegisteredCenter>()({
  name: 'center-register',
  version: 1,
  fields: {
    area: (center) => center.area,
    field: (center) => center.field,
    status: (center) => center.status,
    name: { many: (center) => [...searchKeys(center.nameZh), ...searchKeys(center.nameEn)] },
  },
  keyOf: ({ envelope }) => (envelope.stream.startsWith('center-') ? envelope.correlation : undefined),
  apply: (center, event) => {
    if (event.envelope.type === 'CenterDesignated') return designated(event);
    // What takes effect before the designation says nothing of a center.
    return center === undefined ? undefined : { ...center, ...stated(center, event) };
  },
});

function designated({ envelope }: ProjectedEvent): RegisteredCenter {
  const {
    caseId,
    director: _director,
    policyId: _id,
    policyHash: _hash,
    ...facts
  } = dataOf<CenterDesignated>(envelope);
  return { id: caseId, status: 'designated', ...facts, plaque: null };
}

function stated(center: RegisteredCenter, { envelope }: ProjectedEvent): Facts {
  switch (envelope.type) {
    case 'PlaqueNumbered':
      return {
        plaque: {
          number: dataOf<PlaqueNumbered>(envelope).number,
          awardedOn: center.plaque?.awardedOn ?? null,
        },
      };
    case 'PlaqueAwarded':
      return awarded(center, dataOf<PlaqueAwarded>(envelope).awardedOn);
    case 'CenterCompetentUnitReassigned':
      return { competentUnit: dataOf<{ data: { competentUnit: string } }>(envelope).competentUnit };
    case 'CenterCorrected': {
      const {
        reason: _reason,
        evidenceHash: _evidence,
        effectiveDate: _date,
        director: _director,
        ...facts
      } = dataOf<CenterCorrected>(envelope);
      return facts;
    }
    default:
      return {};
  }
}

/** Numbering takes effect at the latest with the designation, so an award always finds the number. */
function awarded({ plaque }: RegisteredCenter, awardedOn: string): Facts {
  return { plaque: { number: plaque?.number ?? '', awardedOn } };
}

/** The data of an event whose type the caller has just looked at, in its present version. */
function dataOf<Event extends { readonly data: unknown }>({
  data,
}: ProjectedEvent['envelope']): Event['data'] {
  return data as Event['data'];
}
