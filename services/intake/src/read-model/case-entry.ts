import type { Party } from '../domain/application/available-actions.ts';
import type { Status } from '../domain/application/state.ts';

/** A case as lists show it. */
export interface CaseEntry {
  readonly caseId: string;
  readonly status: Status;
  readonly leadUnit: string;
  readonly leadUnitName: string;
  readonly leadUnitUscc: string;
  readonly competentUnit: string;
  readonly province: string;
  readonly members: readonly string[];
  /** Members that have not confirmed their participation. */
  readonly unconfirmed: readonly string[];
  readonly field: string | null;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  /** Last submitted version; 0 before the first. */
  readonly version: number;
  readonly manifestHash: string | null;
  readonly submitted: boolean;
  readonly filed: boolean;
  readonly draftedAt: string;
  readonly submittedAt: string | null;
  readonly filedAt: string | null;
  /** When the case entered its status. */
  readonly since: string;
  readonly dueAt: string | null;
  /** Who is to act; `null` where the case has ended or waits for another service. */
  readonly waitingFor: Exclude<Party, 'platform'> | null;
}
