export {
  type Agency,
  type Article,
  type NamePattern,
  type PolicyIdentity,
  PolicyPack,
} from './policy-pack.ts';
export type {
  DecisionKindRules,
  DecisionOutcome,
  Delegation,
  Duty,
  FindingRules,
} from './schema/decision.ts';
export type { Ban, Grade, GradeScale, Programme } from './schema/operation.ts';
export type {
  DayOfYearParameter,
  DurationParameter,
  IntervalParameter,
  LimitParameter,
  Origin,
  QuantityParameter,
  ShareParameter,
  Standing,
  SwitchParameter,
} from './schema/parameter.ts';
export type { PolicyParameters } from './schema/parameters.ts';
export type {
  AttachmentKind,
  BasicCondition,
  LegalForm,
  ListEntry,
  PlanChapter,
  PlanOutline,
} from './schema/plan.ts';
export type {
  PanelRules,
  ReviewConclusion,
  ReviewKind,
  ReviewStep,
  ScoreBand,
  ScoreCriterion,
  Scoresheet,
} from './schema/review.ts';
