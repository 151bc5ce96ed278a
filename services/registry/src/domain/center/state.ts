import type { CenterDesignated } from '@iic/contracts';
import type { Statements } from './facts.ts';

/** Where the plaque is (Art. 17). */
export type Plaque =
  | { readonly status: 'unnumbered' }
  | { readonly status: 'numbered'; readonly number: string }
  | { readonly status: 'awarded'; readonly number: string; readonly awardedOn: string };

export type PlaqueStatus = Plaque['status'];

/** A center of the register. */
export interface Center {
  readonly caseId: string;
  readonly province: string;
  readonly decisionId: string;
  readonly policy: { readonly id: string; readonly hash: string };
  /** First day of the designation. */
  readonly effectiveDate: string;
  readonly statements: Statements;
  readonly plaque: Plaque;
}

/** What later comes of a center (warned, revoked, left, promoted) is a further status. */
export type CenterState =
  | { readonly status: 'not-designated' }
  | { readonly status: 'designated'; readonly center: Center };

export type CenterStatus = CenterState['status'];

export type Designation = CenterDesignated['data'];

export const initialState: CenterState = { status: 'not-designated' };
