import type {
  OrganisationCompetentUnitReassigned,
  OrganisationCorrected,
  OrganisationRegistered,
} from '@iic/contracts';

/** Every fact of an organisation's stream. */
export type OrganisationEvent =
  | OrganisationRegistered
  | OrganisationCorrected
  | OrganisationCompetentUnitReassigned;
