import type { evaluationParts } from '@iic/contracts';
import type { Strength } from '@iic/event-sourcing';

/** A bound with how strongly it binds and where it comes from. */
export interface Bound {
  /** In points. */
  readonly atLeast: number;
  /** Whether the bound itself is still enough. */
  readonly inclusive: boolean;
  readonly strength: Strength;
  readonly article: string;
}

/** One line of a scoresheet. */
export interface Criterion {
  readonly code: string;
  /** Most points; scores are whole points from 0. */
  readonly maximum: number;
  /** A mean below this calls for a conclusion, whatever the total is. */
  readonly floor?: Bound & { readonly conclusion: string };
}

/** What members of a panel score. */
export interface Scoresheet {
  readonly criteria: readonly Criterion[];
  /** The conclusion a mean total suggests, highest band first. */
  readonly bands: readonly (Bound & { readonly conclusion: string })[];
  /** Least share of the panel whose sheets must count, as an exact fraction. */
  readonly quorum: { readonly numerator: number; readonly denominator: number };
}

/** A size of a panel with the qualifications it must have. */
export interface Composition {
  readonly seats: number;
  /** Qualifications, each on at least so many members. */
  readonly minimums: readonly evaluationParts.SeatRule[];
}

/** What a policy pack says about one kind of review. */
export interface ReviewRules {
  readonly article: string;
  /** What a panel is drawn to. */
  readonly composition: Composition;
  /** Smaller panels that will do when the order cannot fill a vacancy. */
  readonly smaller: readonly Composition[];
  /** Conflict rules to check, in order; one this service does not know is reported as not checked. */
  readonly conflicts: readonly string[];
  /** Whether a recorded site visit must precede scoring. */
  readonly siteVisit: boolean;
  /** Null where the kind has none. */
  readonly scoresheet: Scoresheet | null;
  /** Stages are scored apart and weighted, which this engine cannot do yet: such a review is not opened. */
  readonly scoredInStages: boolean;
  /** What a panel may recommend. */
  readonly recommendations: readonly string[];
}

/** A rule that does not stand in the guideline's text. */
export interface UnwrittenRule {
  readonly rule: string;
  /** `interpretation of Art. N` or `platform default`. */
  readonly origin: string;
}

/** One outcome a decision of some kind may have. */
export interface OutcomeRule {
  readonly code: string;
  /** Conditions that must be set, by name. */
  readonly conditions: readonly ('rectificationMonths' | 'newDueAt')[];
  /** Recommendations it agrees with; any other needs a justification. `null`: it does not follow a review. */
  readonly follows: readonly string[] | null;
  /** Unwritten rules this outcome always relies on; each needs a stated justification. */
  readonly relies: readonly UnwrittenRule[];
}

/** What a policy pack says about one kind of decision. */
export interface DecisionRules {
  readonly article: string;
  readonly minimumApprovers: number;
  readonly outcomes: readonly OutcomeRule[];
  /** Whether it rests on the opinion of a concluded review. */
  readonly needsReview: boolean;
  /** Whether cases compete (择优), so that a rank is recorded. */
  readonly merit: boolean;
}

/** What evaluation needs of a policy pack. */
export interface EvaluationRules {
  /** Agency the gap-free series of decision serials belongs to. */
  readonly agency: string;
  /** How a decision's number is printed, with `{year}` and `{serial}`. */
  readonly decisionNumber: string;
  /** Kinds of review by name. */
  readonly reviews: Readonly<Record<string, ReviewRules>>;
  /** Kinds of decision by name. */
  readonly decisions: Readonly<Record<string, DecisionRules>>;
  /** Every rule of the pack that a decision may rely on though it is not in the guideline's text. */
  readonly unwritten: readonly UnwrittenRule[];
}

/** Finds the rules of the pack a case is pinned to. Throws when the pack is not loaded. */
export type RulesOf = (policy: { readonly id: string; readonly hash: string }) => EvaluationRules;
