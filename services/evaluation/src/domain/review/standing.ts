import type { evaluationParts } from '@iic/contracts';
import { type Affiliations, checkConflicts } from '../draw/conflicts.ts';
import { type Denial, deny } from '../problems.ts';
import type { ReviewRules } from '../rules.ts';
import type { ReviewFile } from './events.ts';

/** How the registers have a member of the panel today; they may have changed since the draw. */
export interface CurrentStanding {
  readonly expert: Affiliations & { readonly suspended: boolean };
  /** Another review of the case has recorded a conflict of theirs. */
  readonly recordedElsewhere: boolean;
  /** Parents of the consortium's organisations, as far as the register knows them. */
  readonly register: readonly evaluationParts.ConsortiumMember[];
}

/** The organisations behind the subject; what the register does not say of one is not known. */
export function consortiumOf(
  { leadUnit, members }: ReviewFile,
  register: readonly evaluationParts.ConsortiumMember[],
): readonly evaluationParts.ConsortiumMember[] {
  return [...new Set([leadUnit, ...members])].map(
    (organisation) =>
      register.find((known) => known.organisation === organisation) ?? {
        organisation,
        parent: null,
        parentKnown: false,
      },
  );
}

/** Keeps out a member who could not be drawn today: suspended, or in conflict by the rules. */
export function barredNow(
  { expert, recordedElsewhere, register }: CurrentStanding,
  review: ReviewFile,
  rules: ReviewRules,
): Denial | undefined {
  if (expert.suspended) return deny('expert-suspended-since');
  if (recordedElsewhere) return deny('conflict-since-draw', { params: { organisation: review.leadUnit } });
  const judged = { consortium: consortiumOf(review, register), competentUnit: review.competentUnit };
  const [conflict] = checkConflicts(expert, judged, rules.conflicts).conflicts;
  return conflict === undefined
    ? undefined
    : deny('conflict-since-draw', { params: { organisation: conflict.organisation ?? conflict.basis } });
}
