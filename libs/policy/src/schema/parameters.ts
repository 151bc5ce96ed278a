import type { Static } from 'typebox';
import { closed, type DeepReadonly } from './closed.ts';
import {
  DayOfYearParameter,
  DurationParameter,
  IntervalParameter,
  LimitParameter,
  QuantityParameter,
  SwitchParameter,
} from './parameter.ts';

/** Single values of the rules by name. Every pack states all of them; what a province lacks is off or advisory. */
export const PolicyParameters = closed({
  /** Length the summary should have. */
  summaryTarget: QuantityParameter,
  /** Deviation from the target, in percent, up to which nothing is said. */
  summaryTolerance: LimitParameter,
  /** Shorter than this needs a justification. */
  summaryMinimum: LimitParameter,
  /** Longer than this needs a justification. */
  summaryMaximum: LimitParameter,
  /** Longer than this is not taken in at all. */
  summaryCap: LimitParameter,
  /** Largest attachment. */
  attachmentSizeCap: LimitParameter,

  /** The center is registered in the province: undertaken at submission, proven at acceptance. */
  registrationInProvince: SwitchParameter,
  /** The center is a legal entity of its own. */
  independentEntity: SwitchParameter,
  /** A lead unit is not its own competent unit. */
  leadUnitApartFromCompetentUnit: SwitchParameter,
  /** Affiliates of the lead unit do not count as members. */
  affiliateExclusion: SwitchParameter,

  /** Time for the competent unit's preliminary review, from the submission. */
  preliminaryReviewPeriod: DurationParameter,
  /** Time for the PDRC's formality check, from the filing. */
  formalityCheckPeriod: DurationParameter,
  /** Time for the applicant to supplement a returned application. */
  supplementPeriod: DurationParameter,
  /** Time for an expert to answer an invitation. */
  invitationPeriod: DurationParameter,
  /** Time for a decision, from its proposal. */
  decisionPeriod: DurationParameter,
  /** Length of a public notice (公示). */
  publicNoticePeriod: DurationParameter,
  /** Whether a public notice is held at all. */
  publicNotice: SwitchParameter,

  /** Length of the construction from the approval. */
  constructionPeriod: DurationParameter,
  /** How long before the end of the construction period the warning comes. */
  constructionWarningLead: DurationParameter,
  /** How much longer one extension may make the construction. */
  extensionLength: DurationParameter,
  /** How many extensions a project may have. */
  extensionCount: LimitParameter,
  /** How often the construction is reported on. */
  progressInterval: IntervalParameter,
  /** Time for a progress report, from the last day of its period. */
  progressReportPeriod: DurationParameter,
  /** Weighted milestone completion from which acceptance is advisable. */
  acceptanceCompletion: LimitParameter,
  /** Weighted milestone completion below which failing acceptance is advisable. */
  acceptanceCompletionFloor: LimitParameter,
  /** Rectification after a failed acceptance, unless the decision sets another period. */
  rectificationPeriod: DurationParameter,
  /** How long before the end of a rectification period the warning comes. */
  rectificationWarningLead: DurationParameter,

  /** Day by which the competent unit's annual work report is with the PDRC. */
  annualWorkReportDue: DayOfYearParameter,
  /** Day by which the final figures replace the estimates. */
  annualFinalFiguresDue: DayOfYearParameter,
  /** Last day of the year that the annual report's actual figures cover. */
  annualDataCutoff: DayOfYearParameter,
  /** Whether a year with an operation evaluation needs no annual assessment. */
  annualSkippedInEvaluationYear: SwitchParameter,
  /** Time between operation evaluations. */
  operationEvaluationCycle: DurationParameter,
  /** How late evaluation material may be before it is escalated. */
  operationLatenessTolerance: DurationParameter,
  /** Rectification after an operation evaluation. */
  operationRectificationPeriod: DurationParameter,
  /** Time to report a change of a designated center. */
  changeReportPeriod: DurationParameter,
});
export type PolicyParameters = DeepReadonly<Static<typeof PolicyParameters>>;
