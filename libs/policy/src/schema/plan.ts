import { type Static, Type } from 'typebox';
import { closed, type DeepReadonly } from './closed.ts';
import { Bilingual, Code, Origin } from './parameter.ts';

/** A title with other Chinese wordings that count as it. */
export const OutlineTitle = closed({
  zh: Type.String({ minLength: 1 }),
  en: Type.String({ minLength: 1 }),
  aliases: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
});

/** A chapter of the formation plan with its sub-headings. */
export const PlanChapter = closed({
  key: Code,
  number: Type.Integer({ minimum: 1 }),
  title: OutlineTitle,
  /** A `text` chapter is written; an `attachments` chapter is the list of attachment kinds. */
  content: Type.Enum(['text', 'attachments']),
  /** The chapter may say that there is nothing to say. */
  mayBeNone: Type.Boolean(),
  sections: Type.Array(closed({ key: Code, title: OutlineTitle })),
});
export type PlanChapter = DeepReadonly<Static<typeof PlanChapter>>;

/** The outline of a formation plan. */
export const PlanOutline = closed({
  /** Where the outline is laid down, for example `annex 2`. */
  article: Type.String({ minLength: 1 }),
  /** Key of the chapter whose length the summary rules are about. */
  summaryChapter: Code,
  chapters: Type.Array(PlanChapter, { minItems: 1 }),
});
export type PlanOutline = DeepReadonly<Static<typeof PlanOutline>>;

/** A kind of attachment. */
export const AttachmentKind = closed({
  code: Code,
  number: Type.Integer({ minimum: 1 }),
  title: Bilingual,
  origin: Origin,
  /** Whether an application lacks something without it. */
  required: Type.Boolean(),
  /** False for what speaks for the manifest and therefore lies outside it, like the commitment. */
  inManifest: Type.Boolean(),
  /** Media types taken in. */
  mediaTypes: Type.Array(Type.String({ minLength: 3 }), { minItems: 1 }),
});
export type AttachmentKind = DeepReadonly<Static<typeof AttachmentKind>>;

/** A basic condition a proposed center must meet, each claimed with evidence. */
export const BasicCondition = closed({
  code: Code,
  number: Type.Integer({ minimum: 1 }),
  title: Bilingual,
  origin: Origin,
});
export type BasicCondition = DeepReadonly<Static<typeof BasicCondition>>;

/** An entry of a list the pack fixes: forms of contribution, legal forms, sources of investment. */
export const ListEntry = closed({ code: Code, title: Bilingual, origin: Origin });
export type ListEntry = DeepReadonly<Static<typeof ListEntry>>;

/** A legal form of the center; `independent` says whether it is a legal entity of its own. */
export const LegalForm = closed({
  code: Code,
  title: Bilingual,
  independent: Type.Boolean(),
  origin: Origin,
});
export type LegalForm = DeepReadonly<Static<typeof LegalForm>>;
