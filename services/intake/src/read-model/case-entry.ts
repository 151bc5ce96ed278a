import type { Party } from '../domain/application/available-actions.ts';
import type { Status } from '../domain/application/state.ts';

/** What the lead unit writes and lists show. */
export interface ShownContent {
  readonly leadUnitName: string;
  readonly leadUnitUscc: string;
  readonly members: readonly string[];
  /** Members that have not confirmed their participation. */
  readonly unconfirmed: readonly string[];
  readonly field: string | null;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
}

/** A case as the list keeps it: as the lead unit has it now and, apart from that, as it was submitted last. */
export interface CaseEntry extends ShownContent {
  readonly caseId: string;
  readonly status: Status;
  readonly leadUnit: string;
  readonly competentUnit: string;
  readonly province: string;
  /** The same as of the last submitted version; `null` before the first. */
  readonly asSubmitted: ShownContent | null;
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
  /** Experts who may read the case now; never shown. */
  readonly reviewers: readonly string[];
  readonly dueAt: string | null;
  /** Who is to act; `null` where the case has ended or waits for another service. */
  readonly waitingFor: Exclude<Party, 'platform'> | null;
}

/** A case as a list shows it: with the work in progress, or as it was submitted last. */
export function shownEntry(
  { asSubmitted, reviewers: _, ...entry }: CaseEntry,
  seesWork: boolean,
): Omit<CaseEntry, 'asSubmitted' | 'reviewers'> {
  return seesWork || asSubmitted === null ? entry : { ...entry, ...asSubmitted };
}
