import { type Static, Type } from 'typebox';
import { closed, type DeepReadonly } from './closed.ts';
import {
  Bilingual,
  Code,
  DurationParameter,
  LimitParameter,
  Origin,
  QuantityParameter,
  ShareParameter,
  Standing,
  SwitchParameter,
} from './parameter.ts';

/** A step of a review, in order. */
export const ReviewStep = closed({
  code: Code,
  title: Bilingual,
  /** Whether the review can conclude without it. */
  required: Type.Boolean(),
  standing: Standing,
  /** Time for the step, from the end of the one before; null when none is set. */
  due: Type.Union([DurationParameter, Type.Null()]),
});
export type ReviewStep = DeepReadonly<Static<typeof ReviewStep>>;

/** Who sits on a panel, by qualification code (`external`, `technical`, `finance`, `administrator`, …). */
export const PanelRules = closed({
  /** Size a panel is drawn to. */
  size: QuantityParameter,
  /** Least number of members. */
  minimumSize: LimitParameter,
  /** The number of members is odd. */
  oddSize: SwitchParameter,
  /** Least share of members with a qualification. */
  shares: Type.Array(closed({ qualification: Code, share: ShareParameter })),
  /** Least number of members with a qualification. */
  seats: Type.Array(closed({ qualification: Code, count: LimitParameter })),
  /** Kinds of conflict that keep a person off the panel. */
  conflicts: Type.Array(closed({ code: Code, title: Bilingual, standing: Standing })),
});
export type PanelRules = DeepReadonly<Static<typeof PanelRules>>;

/** One line of a scoresheet, in whole points from 0. */
export const ScoreCriterion = closed({
  code: Code,
  title: Bilingual,
  maximum: Type.Integer({ minimum: 1 }),
  origin: Origin,
  /** Averages below the floor decide the outcome whatever the total is. */
  floor: Type.Optional(closed({ minimum: LimitParameter, conclusion: Code })),
});
export type ScoreCriterion = DeepReadonly<Static<typeof ScoreCriterion>>;

/** A conclusion suggested from an average total, highest band first; the last one starts at 0. */
export const ScoreBand = closed({ from: LimitParameter, conclusion: Code });
export type ScoreBand = DeepReadonly<Static<typeof ScoreBand>>;

/** What members of a panel score. */
export const Scoresheet = closed({
  criteria: Type.Array(ScoreCriterion, { minItems: 1 }),
  bands: Type.Array(ScoreBand),
  /** Least share of panel members whose scoresheet must count. */
  quorum: ShareParameter,
  /** Weights of stages that are scored apart, in percent, adding up to 100; empty for one stage. */
  stageWeights: Type.Array(closed({ step: Code, percent: QuantityParameter })),
});
export type Scoresheet = DeepReadonly<Static<typeof Scoresheet>>;

/** What a review can recommend. */
export const ReviewConclusion = closed({
  code: Code,
  title: Bilingual,
  /** Outcome of the decision kind that the conclusion speaks for. */
  proposes: Code,
  origin: Origin,
});
export type ReviewConclusion = DeepReadonly<Static<typeof ReviewConclusion>>;

/** A kind of review: the review engine has no other knowledge of it. */
export const ReviewKind = closed({
  code: Code,
  title: Bilingual,
  article: Type.String({ minLength: 1 }),
  /** Decision kind that follows the review. */
  decisionKind: Code,
  steps: Type.Array(ReviewStep, { minItems: 1 }),
  panel: PanelRules,
  /** Null where a panel gives an opinion without points. */
  scoresheet: Type.Union([Scoresheet, Type.Null()]),
  conclusions: Type.Array(ReviewConclusion, { minItems: 2 }),
});
export type ReviewKind = DeepReadonly<Static<typeof ReviewKind>>;
