import { CenterCompetentUnitReassigned } from './center-competent-unit-reassigned.v1.ts';
import { CenterCorrected } from './center-corrected.v1.ts';
import { CenterDesignated } from './center-designated.v1.ts';
import { CenterNameReleased } from './center-name-released.v1.ts';
import { CenterNameReserved } from './center-name-reserved.v1.ts';
import { PlaqueAwarded } from './plaque-awarded.v1.ts';
import { PlaqueNumbered } from './plaque-numbered.v1.ts';
import { PlaqueSerialAssigned } from './plaque-serial-assigned.v1.ts';

export * from './center-competent-unit-reassigned.v1.ts';
export * from './center-corrected.v1.ts';
export * from './center-designated.v1.ts';
export * from './center-name-released.v1.ts';
export * from './center-name-reserved.v1.ts';
export * as registryParts from './parts.ts';
export * from './plaque-awarded.v1.ts';
export * from './plaque-numbered.v1.ts';
export * from './plaque-serial-assigned.v1.ts';

/** Contracts of every event the registry service records. */
export const registryEvents = [
  CenterNameReserved,
  CenterNameReleased,
  CenterDesignated,
  PlaqueSerialAssigned,
  PlaqueNumbered,
  PlaqueAwarded,
  CenterCompetentUnitReassigned,
  CenterCorrected,
] as const;
