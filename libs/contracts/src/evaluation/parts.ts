import { type Static, Type } from 'typebox';
import { Code, DateText, Hash, Id, InstantText, NameText, ShortText } from '../common.ts';
import { integration, journal } from '../define-event.ts';

/** Audience of what everyone on the case sees and the other services get. */
export const onTheCase = integration('lead-unit', 'competent-unit', 'pdrc');

/** Audience of what lets anyone on the case, and the experts, check the procedure; no scores, no identities. */
export const inTheProcedure = journal('lead-unit', 'competent-unit', 'pdrc', 'expert');

/** Audience of identities, scores and preparations: the PDRC and auditors, never an applicant. */
export const withinThePdrc = journal('pdrc');

/** Audience of what the other services need and no applicant may learn. */
export const withinPlatform = integration('pdrc');

/** A mean of points with two decimals, for example `83.25`. */
export const Score = Type.String({ pattern: '^\\d{1,6}\\.\\d\\d$' });

/** A declared relation of an expert with an organisation. */
export const Tie = Type.Object({
  organisation: Id,
  /** `consultant`, `shareholder`, `joint-project`, `former-employee`, … */
  kind: Code,
});
export type Tie = Static<typeof Tie>;

/** What is known of an expert, as far as rules need it. */
export const expertParticulars = {
  employer: Type.Union([Id, Type.Null()]),
  employerParent: Type.Union([Id, Type.Null()]),
  ties: Type.Array(Tie),
  /** Which of `employer`, `employer-parent`, `ties` were stated; what was not stated cannot be checked. */
  stated: Type.Array(Code),
  /** Strategic fields the expert knows. */
  fields: Type.Array(Code),
  /** `external`, `technical`, `finance`, `administrator`, …: what composition rules count. */
  qualifications: Type.Array(Code),
};

/** Audience of the fields of {@link expertParticulars}. */
export const expertParticularsFields = {
  employer: withinThePdrc,
  employerParent: withinThePdrc,
  ties: withinThePdrc,
  stated: withinThePdrc,
  fields: withinThePdrc,
  qualifications: withinThePdrc,
};

/** An organisation behind a subject under review, with its parent as far as the register knows it. */
export const ConsortiumMember = Type.Object({
  organisation: Id,
  parent: Type.Union([Id, Type.Null()]),
  parentKnown: Type.Boolean(),
});
export type ConsortiumMember = Static<typeof ConsortiumMember>;

/** Why a person must not judge. */
export const Conflict = Type.Object({
  /** `employer`, `employer-parent`, `declared-tie`, …: a rule of the policy pack; or `declared`, `reported`. */
  basis: Code,
  /** The organisation it is about, where there is one. */
  organisation: Type.Union([Id, Type.Null()]),
});
export type Conflict = Static<typeof Conflict>;

/** A candidate as everyone sees it. */
export const PoolEntry = Type.Object({
  /** SHA-256 over a random salt and the expert id. */
  commitment: Hash,
  /** The qualifications that the composition rules of this review count. */
  codes: Type.Array(Code),
});
export type PoolEntry = Static<typeof PoolEntry>;

/** What opens a candidate's commitment. */
export const PoolIdentity = Type.Object({
  commitment: Hash,
  expertId: Id,
  /** 32 random bytes in hex. */
  salt: Hash,
  /** Conflict rules that could not be checked for lack of data. */
  notChecked: Type.Array(Code),
});
export type PoolIdentity = Static<typeof PoolIdentity>;

/** A candidate kept out of the pool. */
export const Exclusion = Type.Object({ expertId: Id, conflicts: Type.Array(Conflict) });

/** At least so many members of a panel hold a qualification. */
export const SeatRule = Type.Object({ code: Code, count: Type.Integer({ minimum: 1 }) });
export type SeatRule = Static<typeof SeatRule>;

/** A person on the panel. */
export const PanelMember = Type.Object({
  expertId: Id,
  commitment: Hash,
  /** Place in the drawn order, from 1. */
  position: Type.Integer({ minimum: 1 }),
  codes: Type.Array(Code),
  notChecked: Type.Array(Code),
});
export type PanelMember = Static<typeof PanelMember>;

/** Points for one criterion of the scoresheet. */
export const CriterionScore = Type.Object({ criterion: Code, points: Type.Integer({ minimum: 0 }) });
export type CriterionScore = Static<typeof CriterionScore>;

/** A rule's finding as it stood when the event was recorded. */
export const RecordedFinding = Type.Object({
  code: Code,
  strength: Type.Union([Type.Literal('hard'), Type.Literal('needs-justification'), Type.Literal('advisory')]),
  article: Type.String(),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
});
export type RecordedFinding = Static<typeof RecordedFinding>;

/** A rule that is not in the guideline's text but is relied on, with the reason for relying on it. */
export const Reliance = Type.Object({
  /** Path of the parameter in the policy pack, or the finding's code. */
  rule: Code,
  /** `interpretation of Art. N` or `platform default`. */
  origin: Type.String({ minLength: 1, maxLength: 200 }),
  justification: ShortText,
});
export type Reliance = Static<typeof Reliance>;

/** What a decision orders besides its outcome. */
export const Conditions = Type.Object({
  rectificationMonths: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
  newDueAt: Type.Optional(InstantText),
  effectiveDate: Type.Optional(DateText),
  /** Requirements in words. */
  requirements: Type.Optional(Type.Array(ShortText)),
});
export type Conditions = Static<typeof Conditions>;

/** The place of a case among those decided in one round (择优). A round of one is normal: rank 1 of 1. */
export const Merit = Type.Object({
  /** The recorded ranking; null for a round of one. */
  roundId: Type.Union([Id, Type.Null()]),
  rank: Type.Integer({ minimum: 1 }),
  of: Type.Integer({ minimum: 1 }),
});
export type Merit = Static<typeof Merit>;

/** A case in a ranking. */
export const MeritEntry = Type.Object({
  caseId: Id,
  reviewId: Id,
  rank: Type.Integer({ minimum: 1 }),
  averageScore: Type.Union([Score, Type.Null()]),
});
export type MeritEntry = Static<typeof MeritEntry>;

/** The panel opinion a preparation rests on. */
export const OpinionReference = Type.Object({
  reviewId: Id,
  opinionHash: Hash,
  recommendation: Code,
  /** How many members signed it dissenting. */
  dissenting: Type.Optional(Type.Integer({ minimum: 0 })),
  /** How many members turned out to have a conflict after they had concluded. */
  conflicted: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type OpinionReference = Static<typeof OpinionReference>;

/** What is to be done to a decision already taken. */
export const DecisionChange = Type.Union([
  Type.Object({ type: Type.Literal('correct'), article: Type.String(), reasons: ShortText }),
  Type.Object({ type: Type.Literal('amend'), conditions: Conditions }),
  Type.Object({ type: Type.Literal('suspend') }),
  Type.Object({ type: Type.Literal('resume') }),
  Type.Object({ type: Type.Literal('annul') }),
]);
export type DecisionChange = Static<typeof DecisionChange>;

/** What makes the PDRC change a decision. */
export const ChangeBasis = Type.Object({
  /** `own-motion`, `reconsideration` (行政复议) or `court` (行政诉讼). */
  kind: Code,
  /** Number of the ruling or of the reconsideration decision. */
  reference: Type.Union([NameText, Type.Null()]),
});
export type ChangeBasis = Static<typeof ChangeBasis>;
