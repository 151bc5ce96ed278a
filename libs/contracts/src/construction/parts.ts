import { Type } from 'typebox';
import { AreaCode, Code, DateText, Fen, Hash, Id, NameText, ShortText, Uscc } from '../common.ts';
import { integration, journal, open } from '../define-event.ts';

/** A milestone of the plan. The weights of a plan add up to 100. */
export const PlannedMilestone = Type.Object({
  id: Code,
  title: NameText,
  /** Share of the whole in per cent. */
  weight: Type.Integer({ minimum: 1, maximum: 100 }),
  /** Due at the end of this month of construction, from 1. */
  dueMonth: Type.Integer({ minimum: 1, maximum: 240 }),
});

/** The center's own entity as the approved plan describes it (Art. 6). */
export const PlannedEntity = Type.Object({
  legalForm: Code,
  independent: Type.Boolean(),
  registration: Type.Object({
    area: AreaCode,
    address: Type.Union([NameText, Type.Null()]),
    status: Code,
  }),
  uscc: Type.Union([Uscc, Type.Null()]),
  hostingUnit: Type.Union([Id, Type.Null()]),
  undertakesRegistration: Type.Boolean(),
});

/** An amount by source of funds; each source at most once in a list. */
export const SourceAmount = Type.Object({ source: Code, amountFen: Fen });

/** How far a milestone is, in whole per cent. */
export const MilestoneProgress = Type.Object({
  id: Code,
  percent: Type.Integer({ minimum: 0, maximum: 100 }),
});

/** `2026-H1`, `2026-Q3`, `2026-07` or `2026`, as the policy pack's interval asks. */
export const ReportingPeriod = Type.String({ pattern: '^\\d{4}(-(H[12]|Q[1-4]|\\d\\d))?$' });

/** What a lead unit reports of one period. */
export const progressContent = {
  period: ReportingPeriod,
  milestones: Type.Array(MilestoneProgress),
  narrativeHash: Hash,
  /** Spent in this period, not cumulated. */
  spend: Type.Array(SourceAmount),
  staff: Type.Object({
    total: Type.Integer({ minimum: 0 }),
    researchers: Type.Integer({ minimum: 0 }),
  }),
  /** All equipment there is at the end of the period. */
  equipment: Type.Object({ items: Type.Integer({ minimum: 0 }), valueFen: Fen }),
  /** Already running while being built (边建设、边运行, Art. 16). */
  buildAndRun: Type.Boolean(),
};

/** Spent in the period out of public money, over all its sources. Recorded since 0.2.0. */
export const publicSpend = { publicSpendFen: Type.Optional(Fen) };

const reporters = journal('lead-unit', 'competent-unit', 'pdrc');

/** Audience of the fields of {@link progressContent} and {@link publicSpend}. */
export const progressContentFields = {
  period: open,
  milestones: reporters,
  narrativeHash: reporters,
  spend: reporters,
  staff: reporters,
  equipment: reporters,
  buildAndRun: reporters,
  publicSpendFen: open,
};

/** What an adjustment changes; what is absent stays as approved. */
export const AdjustmentChanges = Type.Object({
  milestones: Type.Optional(Type.Array(PlannedMilestone)),
  investment: Type.Optional(Type.Array(SourceAmount)),
  /** Months by which the construction period becomes longer. */
  extensionMonths: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
  members: Type.Optional(Type.Array(Id)),
  /** Any other change of the plan, described and bound to a document. */
  content: Type.Optional(Type.Object({ description: ShortText, documentHash: Hash })),
});

/** A rule's finding as it stood when the event was recorded, with the justification given for it, if any. */
export const ProjectFinding = Type.Object({
  code: Code,
  strength: Type.Union([Type.Literal('hard'), Type.Literal('needs-justification'), Type.Literal('advisory')]),
  article: Type.String(),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  justification: Type.Union([ShortText, Type.Null()]),
});

/** The center's own registration, an evidenced fact at acceptance (Art. 6). */
export const RegisteredEntity = Type.Object({
  name: NameText,
  legalForm: Code,
  /** Of the center's own entity, or of the unit that hosts it. */
  uscc: Uscc,
  /** False where the center is hosted by another legal person. */
  independent: Type.Boolean(),
  /** Place of registration. */
  area: AreaCode,
  registeredOn: DateText,
  /** Hash of the licence or certificate that proves it. */
  evidenceHash: Hash,
});

/** Audience of what everyone on the case sees and the other services get. */
export const onTheCase = integration('lead-unit', 'competent-unit', 'pdrc');

/** Audience of what stays in the journal but everyone on the case sees. */
export const inTheJournal = reporters;
