import type {
  CenterCompetentUnitReassigned,
  CenterCorrected,
  CenterDesignated,
  PlaqueAwarded,
  PlaqueNumbered,
} from '@iic/contracts';

/** Everything that can have happened to a center. */
export type CenterEvent =
  | CenterDesignated
  | PlaqueNumbered
  | PlaqueAwarded
  | CenterCompetentUnitReassigned
  | CenterCorrected;

/** What the register says of a center and may later say otherwise, each fact from a date on. */
export type CenterFacts = Pick<
  CenterDesignated['data'],
  'nameZh' | 'nameEn' | 'leadUnit' | 'competentUnit' | 'area' | 'field' | 'entity' | 'director'
>;

/** Facts a correction may put right. The competent unit follows the PDRC's own act. */
export type CorrectableFacts = Partial<Omit<CenterFacts, 'competentUnit'>>;
