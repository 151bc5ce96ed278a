import type { Instant } from '@iic/event-sourcing';
import { byText } from '../text-order.ts';
import type { OrganisationProfile } from './commands.ts';

/** Kinds of organisation; the two last may be their own competent unit. */
export const organisationKinds = [
  'enterprise',
  'university',
  'institute',
  'hospital',
  'association',
  'fund',
  'other',
  'development-and-reform-commission',
  'provincial-unit',
] as const;

/** One effective-dated change of the register entry. */
export interface OrganisationChange {
  /** `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
  readonly recordedAt: Instant;
  readonly changes: Partial<OrganisationProfile>;
}

export type OrganisationState =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'registered';
      readonly organisation: string;
      readonly first: OrganisationProfile;
      readonly registeredFrom: string;
      /** Later changes in the order they were recorded. */
      readonly changes: readonly OrganisationChange[];
    };

/** An organisation that is in the register. */
export type RegisteredOrganisation = Extract<OrganisationState, { status: 'registered' }>;

/** Every area that the entry names or has named. */
export function areasOf({ first, changes }: RegisteredOrganisation): readonly string[] {
  return [first.area, ...changes.flatMap((change) => change.changes.area ?? [])];
}

/**
 * The register entry in force on a day, as far as it was recorded by an instant: changes apply in the order
 * of their effective date, and of two for the same day the one recorded later wins.
 */
export function profileAsOf(
  organisation: RegisteredOrganisation,
  day: string,
  recordedUntil?: Instant,
): OrganisationProfile {
  const inOrder = organisation.changes
    .filter((change) => change.effectiveFrom <= day)
    .filter((change) => recordedUntil === undefined || change.recordedAt <= recordedUntil)
    .toSorted(byText((change) => change.effectiveFrom));
  let profile = organisation.first;
  for (const { changes } of inOrder) profile = { ...profile, ...changes };
  return profile;
}
