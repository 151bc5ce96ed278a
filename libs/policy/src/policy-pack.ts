import { type Static, Type } from 'typebox';
import { closed, type DeepReadonly } from './schema/closed.ts';
import { DecisionKindRules, Responsibilities } from './schema/decision.ts';
import { FindingRules } from './schema/findings.ts';
import {
  ApplicationQuota,
  ApplicationWindow,
  Ban,
  GradeScale,
  Programme,
  SeriesChange,
  Tier,
} from './schema/operation.ts';
import { Bilingual, Code, DateText, Standing } from './schema/parameter.ts';
import { PolicyParameters } from './schema/parameters.ts';
import { AttachmentKind, BasicCondition, LegalForm, ListEntry, PlanOutline } from './schema/plan.ts';
import { ReviewKind } from './schema/review.ts';

/** A name pattern as the regulation prints it, with the part that stands for the center's own words. */
export const NamePattern = closed({
  pattern: Type.String({ minLength: 1 }),
  placeholder: Type.String({ minLength: 1 }),
});
export type NamePattern = DeepReadonly<Static<typeof NamePattern>>;

/** The regulation a pack encodes. */
export const Regulation = closed({
  title: Bilingual,
  /** Number of the document, for example `吉发改高技〔2020〕420号`. */
  documentNumber: Type.String({ minLength: 1 }),
  issuedOn: DateText,
  effectiveFrom: DateText,
  /** Last day it is in force; null while none is set. */
  effectiveUntil: Type.Union([DateText, Type.Null()]),
  /** 试行: issued on trial. */
  trial: Type.Boolean(),
});

/** An article of the regulation, or one of its annexes. */
export const Article = closed({
  /** As origins cite it: `Art. 14`, `Art. 14(1)`, `annex 2`. */
  reference: Type.String({ minLength: 1 }),
  title: Bilingual,
  /** The regulation's own words, where the pack quotes them. */
  text: Type.Union([Type.String({ minLength: 1 }), Type.Null()]),
});
export type Article = DeepReadonly<Static<typeof Article>>;

/** The body that decides, and its series of numbers. */
export const Agency = closed({
  /** Code of the agency in our own gap-free series. */
  code: Code,
  name: Bilingual,
  /** Agency codes (发文代字) of its official documents. */
  documentSeries: Type.Array(Type.String({ minLength: 1 })),
  /** How a decision's own number is printed: `{year}`, `{serial}`. */
  decisionNumber: Type.String({ pattern: '\\{serial\\}' }),
  /** How a plaque's number is printed. */
  plaqueNumber: Type.String({ pattern: '\\{serial\\}' }),
});
export type Agency = DeepReadonly<Static<typeof Agency>>;

/** Rules as data: one version of one province's regulation as this platform applies it. */
export const PolicyPack = closed({
  format: Type.Literal('iic-policy-pack/1'),
  /** Names the regulation, for example `jilin-2020`; cases and decisions pin it with the hash. */
  id: Code,
  /** Edition of the encoding, from 1; a released edition is never edited. */
  version: Type.Integer({ minimum: 1 }),
  /** Area code of the province, GB/T 2260. */
  province: Type.String({ pattern: '^\\d{2}0000$' }),
  /** An invented pack, for tests and demonstrations only. */
  sample: Type.Boolean(),
  regulation: Regulation,
  /** Who confirmed this encoding and when; null while the authority has not. */
  confirmation: Type.Union([
    closed({ by: Bilingual, on: DateText, reference: Type.String({ minLength: 1 }) }),
    Type.Null(),
  ]),
  articles: Type.Array(Article, { minItems: 1 }),
  programmes: Type.Array(Programme),
  agency: Agency,
  names: closed({ zh: NamePattern, en: NamePattern, standing: Standing }),
  parameters: PolicyParameters,
  findings: FindingRules,
  outline: PlanOutline,
  attachmentKinds: Type.Array(AttachmentKind),
  conditions: Type.Array(BasicCondition),
  contributionForms: Type.Array(ListEntry),
  legalForms: Type.Array(LegalForm),
  investmentSources: Type.Array(ListEntry),
  responsibilities: Responsibilities,
  reviewKinds: Type.Array(ReviewKind),
  decisionKinds: Type.Array(DecisionKindRules),
  gradeScales: Type.Array(GradeScale),
  bans: Type.Array(Ban),
  quotas: Type.Array(ApplicationQuota),
  windows: Type.Array(ApplicationWindow),
  tiers: Type.Array(Tier),
  seriesChanges: Type.Array(SeriesChange),
});
export type PolicyPack = DeepReadonly<Static<typeof PolicyPack>>;

/** What a case or a decision pins of a pack. */
export interface PolicyIdentity {
  readonly id: string;
  /** Hex SHA-256 over the pack's canonical JSON. */
  readonly hash: string;
}
