import { type Static, Type } from 'typebox';
import { AreaCode, Code, Fen, Hash, Id, NameText, ShortText, Uscc } from '../common.ts';
import { integration, journal } from '../define-event.ts';

/** Drafting facts: the lead unit's own affair until it submits. */
export const drafting = journal('lead-unit');

/** Facts of a submitted case the PDRC does not see before it is filed. */
export const beforeFiling = journal('lead-unit', 'competent-unit');

/** Facts of a filed case for its parties. */
export const afterFiling = journal('lead-unit', 'competent-unit', 'pdrc');

/** Facts of a filed case the other services need. */
export const shared = integration('lead-unit', 'competent-unit', 'pdrc');

/** On whose word an entry of the organisation register stands. */
export const Word = Type.Object({
  /** `pdrc` (a handler registered it), `self` (the organisation itself), `declared` (another organisation). */
  basis: Code,
  organisation: Id,
});
export type Word = Static<typeof Word>;

/** A lead unit as the register showed it when the case took the entry over. */
export const LeadUnit = Type.Object({
  organisation: Id,
  uscc: Uscc,
  name: NameText,
  area: AreaCode,
});
export type LeadUnit = Static<typeof LeadUnit>;

/** The center's own entity (Art. 6). */
export const CenterEntity = Type.Object({
  /** `company`, `public-institution`, `social-organisation`, `hosted`, … */
  legalForm: Code,
  /** False when the center has no legal personality of its own and is hosted. */
  independent: Type.Boolean(),
  registration: Type.Object({
    area: AreaCode,
    address: Type.Union([NameText, Type.Null()]),
    /** `planned` or `actual`. */
    status: Code,
  }),
  /** Once the entity exists. */
  uscc: Type.Union([Uscc, Type.Null()]),
  /** Organisation that hosts a center without legal personality. */
  hostingUnit: Type.Union([Id, Type.Null()]),
  /** The undertaking to register within the province (Art. 6). */
  undertakesRegistration: Type.Boolean(),
});
export type CenterEntity = Static<typeof CenterEntity>;

/** A consortium member and what it brings (Art. 7). */
export const Member = Type.Object({
  organisation: Id,
  name: NameText,
  uscc: Uscc,
  area: AreaCode,
  /** Forms of contribution: joint funding, collaborative R&D, technology as equity, … */
  forms: Type.Array(Code, { minItems: 1 }),
  contribution: ShortText,
});
export type Member = Static<typeof Member>;

/** An existing innovation platform that the center integrates (Art. 7). */
export const Platform = Type.Object({
  name: NameText,
  kind: Code,
  /** `national`, `provincial`, `other`. */
  level: Code,
  host: NameText,
});
export type Platform = Static<typeof Platform>;

/** Investment from one source (Art. 8). */
export const InvestmentLine = Type.Object({
  source: Code,
  /** The organisation that pays, where it is one of the consortium. */
  organisation: Type.Union([Id, Type.Null()]),
  amountFen: Fen,
});
export type InvestmentLine = Static<typeof InvestmentLine>;

/** The investment of one source, over all who pay; each source at most once in a list. */
export const SourceTotal = Type.Object({ source: Code, amountFen: Fen });
export type SourceTotal = Static<typeof SourceTotal>;

/** One step of the later construction. */
export const Milestone = Type.Object({
  id: Code,
  title: NameText,
  /** Share of the whole in percent; the weights of a plan sum to 100. */
  weight: Type.Integer({ minimum: 1, maximum: 100 }),
  /** Due at the end of this month of construction, from 1. */
  dueMonth: Type.Integer({ minimum: 1, maximum: 120 }),
});
export type Milestone = Static<typeof Milestone>;

/** Where a claim is proven: a chapter of the plan or an attachment, by hash. */
export const EvidenceReference = Type.Object({
  /** `chapter` or `attachment`. */
  kind: Code,
  /** Chapter key, or the attachment's SHA-256. */
  ref: Type.String({ minLength: 1, maxLength: 64 }),
});
export type EvidenceReference = Static<typeof EvidenceReference>;

/** A basic condition of Art. 14 with the lead unit's statement and its evidence. */
export const ConditionClaim = Type.Object({
  condition: Code,
  statement: ShortText,
  evidence: Type.Array(EvidenceReference),
});
export type ConditionClaim = Static<typeof ConditionClaim>;

/** A chapter of the plan; its text is kept encrypted outside the event and found by its hash. */
export const Chapter = Type.Object({
  key: Code,
  hash: Hash,
  /** Length as Word counts it. */
  length: Type.Integer({ minimum: 0 }),
});
export type Chapter = Static<typeof Chapter>;

/** A file of the application; the file is kept encrypted outside the event and found by its hash. */
export const AttachmentReference = Type.Object({
  kind: Code,
  hash: Hash,
  size: Type.Integer({ minimum: 1 }),
  mediaType: Type.String({ minLength: 1, maxLength: 100 }),
});
export type AttachmentReference = Static<typeof AttachmentReference>;

/** Why the lead unit asks to go on despite a finding that needs a justification. */
export const Justification = Type.Object({ finding: Code, text: ShortText });

/** A finding as it stood when the case was submitted. */
export const RecordedFinding = Type.Object({
  code: Code,
  strength: Type.Union([Type.Literal('hard'), Type.Literal('needs-justification'), Type.Literal('advisory')]),
  article: Type.String(),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
});
export type RecordedFinding = Static<typeof RecordedFinding>;
export type Justification = Static<typeof Justification>;

/** Another case that looks like the same one. */
export const Duplicate = Type.Object({
  caseId: Id,
  /** `uscc-and-field` or `name`. */
  basis: Code,
});
export type Duplicate = Static<typeof Duplicate>;

/** A point to be mended before the application is submitted again. */
export const SupplementPoint = Type.Object({
  /** The chapter, field or attachment kind meant, or `general`. */
  subject: Code,
  text: ShortText,
});
export type SupplementPoint = Static<typeof SupplementPoint>;

/**
 * The manifest M of an application: everything a commitment speaks for. Lists are in canonical order; the
 * commitment (attachment kind 5), sealed scans, contact persons and members' confirmations lie outside it.
 */
export const Manifest = Type.Object({
  format: Type.Literal('iic-manifest/1'),
  caseId: Id,
  leadUnit: LeadUnit,
  province: AreaCode,
  field: Type.Union([Code, Type.Null()]),
  name: Type.Union([Type.Object({ zh: NameText, en: NameText }), Type.Null()]),
  entity: Type.Union([CenterEntity, Type.Null()]),
  members: Type.Array(Member),
  platforms: Type.Array(Platform),
  investment: Type.Array(InvestmentLine),
  constructionMonths: Type.Union([Type.Integer({ minimum: 1, maximum: 120 }), Type.Null()]),
  milestones: Type.Array(Milestone),
  conditions: Type.Array(ConditionClaim),
  justifications: Type.Array(Justification),
  chapters: Type.Array(Chapter),
  attachments: Type.Array(AttachmentReference),
});
export type Manifest = Static<typeof Manifest>;
