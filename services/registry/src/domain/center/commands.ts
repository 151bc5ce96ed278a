import type { CenterDesignated } from '@iic/contracts';
import type { CorrectableFacts } from './events.ts';

/** A passed acceptance makes the center (Art. 17). */
export interface DesignateCenter {
  readonly type: 'DesignateCenter';
  readonly designation: CenterDesignated['data'];
}

/** The serial of the year's stream reaches the center. */
export interface NumberPlaque {
  readonly type: 'NumberPlaque';
  readonly year: number;
  readonly serial: number;
}

export interface AwardPlaque {
  readonly type: 'AwardPlaque';
  /** Day of the award, `YYYY-MM-DD`. */
  readonly awardedOn: string;
}

/** Puts a mistake in the register right, from a day on. */
export interface CorrectCenter {
  readonly type: 'CorrectCenter';
  readonly facts: CorrectableFacts;
  /** Day from which the facts should have been as now stated. */
  readonly effectiveDate: string;
  readonly reason: string;
  readonly evidenceHash: string;
}

export interface ReassignCompetentUnit {
  readonly type: 'ReassignCompetentUnit';
  readonly competentUnit: string;
  readonly effectiveDate: string;
}

/** What a person may do with a center. */
export type CenterAct = AwardPlaque | CorrectCenter;

export type CenterCommand = CenterAct | DesignateCenter | NumberPlaque | ReassignCompetentUnit;
