export {
  findDelegation,
  findOutcome,
  findProgrammeName,
  formatNumber,
  getAttachmentKind,
  getDecisionKind,
  getGradeScale,
  getReviewKind,
  NotInPolicyPack,
  parameter,
  textChapters,
} from './access.ts';
export {
  addDays,
  addMonths,
  addYears,
  dayOf,
  daysBetween,
  endOfDay,
  endOfYear,
  isCalendarDate,
  startOfDay,
  type WorkingCalendar,
  workingCalendar,
} from './calendar.ts';
export {
  dateInYear,
  dueAt,
  intervalMonths,
  lastDayOf,
  type Period,
  WorkingCalendarMissing,
  warningAt,
} from './deadlines.ts';
export { describePolicyPack, type PolicyRow, type UnwrittenRule, unwrittenRules } from './describe.ts';
export { type FindingCode, findingRule, findingsOf, findingUnder } from './finding-rules.ts';
export { InvalidPolicyPack, type PolicyPackProblem } from './load/invalid-policy-pack.ts';
export { loadPolicyPacks, parsePolicyPack, readPolicyPack } from './load/load.ts';
export { isWritten, originText } from './origin.ts';
export { policyIdentity, policyReference } from './pack-identity.ts';
export { jilin2020 } from './packs/jilin-2020/index.ts';
export {
  type Agency,
  type Article,
  type NamePattern,
  type PolicyIdentity,
  PolicyPack,
} from './policy-pack.ts';
export { isInForce, PolicyPackConflict, PolicyPacks, UnknownPolicyPack } from './policy-packs.ts';
export {
  evaluateAttachments,
  evaluateChapters,
  evaluateConditions,
  evaluateSummaryLength,
  summaryRange,
} from './rules/application.ts';
export {
  evaluateCompletion,
  evaluateConstructionMonths,
  evaluateExtension,
  inMonths,
} from './rules/construction.ts';
export { type GradeInput, type GradeResult, gradeOf } from './rules/grades.ts';
export { keepsWithin, leastCount, reaches } from './rules/limits.ts';
export { centerNames, checkName, coreOf, type NameLanguage, namePatternOf } from './rules/names.ts';
export { checkPanelComposition, type PanelSeat, type SeatMinimum, seatMinimums } from './rules/panel.ts';
export type { DecisionKindRules, DecisionOutcome, Delegation, Duty } from './schema/decision.ts';
export type { FindingRules } from './schema/findings.ts';
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
