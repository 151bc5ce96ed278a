import type { PersonalPart } from '@iic/event-sourcing';

/** What the register says of an organisation. */
export interface OrganisationProfile {
  readonly name: string;
  /** Unified social credit code, GB 32100. */
  readonly uscc: string;
  readonly kind: string;
  /** Area code, GB/T 2260 or a platform code. */
  readonly area: string;
  readonly parent: string | null;
  /** False: nobody has said whether there is a parent; a conflict check then answers "not checked". */
  readonly parentKnown: boolean;
  /** The unit it answers to; may be itself (a 中省直 unit). `null` for one that only takes part as a member. */
  readonly competentUnit: string | null;
}

/** Entries an organisation or the PDRC may correct; the competent unit is not among them. */
export type OrganisationCorrections = Partial<Omit<OrganisationProfile, 'competentUnit'>>;

/** Enters an organisation into the register. */
export interface RegisterOrganisation {
  readonly type: 'RegisterOrganisation';
  readonly organisation: string;
  readonly profile: OrganisationProfile;
  /** `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
  /** Looked up: another organisation registered under the same USCC. */
  readonly sameUscc: string | null;
  /** Looked up: the competent unit is in the register, or none is named. */
  readonly competentUnitKnown: boolean;
  /** Whom to ask about the entry; stored encrypted. */
  readonly contact?: PersonalPart;
}

/** Corrects or updates entries from a day on. */
export interface CorrectOrganisation {
  readonly type: 'CorrectOrganisation';
  readonly changes: OrganisationCorrections;
  readonly reason: string;
  readonly effectiveFrom: string;
  /** Looked up: another organisation registered under the corrected USCC. */
  readonly sameUscc: string | null;
}

/** The PDRC puts an organisation under another competent unit. */
export interface ReassignCompetentUnit {
  readonly type: 'ReassignCompetentUnit';
  readonly competentUnit: string;
  readonly reason: string;
  /** The document that says so, where there is one. */
  readonly documentNumber: string | null;
  /** Looked up: the competent unit is in the register. */
  readonly competentUnitKnown: boolean;
  readonly effectiveFrom: string;
}

export type OrganisationCommand = RegisterOrganisation | CorrectOrganisation | ReassignCompetentUnit;
