import { type Static, Type } from 'typebox';
import { closed, type DeepReadonly } from './closed.ts';
import {
  Bilingual,
  Code,
  DateText,
  DurationParameter,
  LimitParameter,
  Origin,
  QuantityParameter,
  ShareParameter,
  Standing,
  SwitchParameter,
} from './parameter.ts';

/** What a grade proposes; nothing happens without a decision. */
const Proposal = Type.Enum(['nothing', 'project-support', 'warning', 'rectification', 'revocation']);

/** A grade; `from` is the least score for it, null where a grade is given without a score. */
export const Grade = closed({
  code: Code,
  title: Bilingual,
  from: Type.Union([LimitParameter, Type.Null()]),
  proposes: Proposal,
});
export type Grade = DeepReadonly<Static<typeof Grade>>;

/** An indicator below its minimum sets the grade, whatever the score is. */
const HardFloor = closed({ indicator: Code, minimum: LimitParameter, grade: Code });

/** The same grade so many times running sets another one. */
const Streak = closed({ grade: Code, times: QuantityParameter, becomes: Code });

/** At least (or at most) a share of those graded gets a grade. */
const ForcedQuota = closed({
  grade: Code,
  bound: Type.Enum(['at-least', 'at-most']),
  share: ShareParameter,
});

/** A scale of grades, best first. */
export const GradeScale = closed({
  code: Code,
  title: Bilingual,
  standing: Standing,
  grades: Type.Array(Grade, { minItems: 2 }),
  floors: Type.Array(HardFloor),
  streaks: Type.Array(Streak),
  forcedQuotas: Type.Array(ForcedQuota),
  /** Evaluation may be put off (缓评). */
  postponement: SwitchParameter,
  /** Other programmes' results that count as a grade. */
  equivalences: Type.Array(closed({ programme: Code, result: Bilingual, grade: Code, origin: Origin })),
});
export type GradeScale = DeepReadonly<Static<typeof GradeScale>>;

/** A ban on applying again, on an organisation or a person. */
export const Ban = closed({
  code: Code,
  title: Bilingual,
  subject: Type.Enum(['host', 'director']),
  enabled: SwitchParameter,
  length: DurationParameter,
  /** Grounds that lead to it, by code. */
  grounds: Type.Array(Code),
});
export type Ban = DeepReadonly<Static<typeof Ban>>;

/** How many applications a recommending unit may put forward in a year. */
export const ApplicationQuota = closed({ unitKind: Code, title: Bilingual, perYear: LimitParameter });

/** A time in which applications are taken; drafts begun before it closes may go on for the grace period. */
export const ApplicationWindow = closed({
  opens: DateText,
  closes: DateText,
  graceForDrafts: Type.Union([DurationParameter, Type.Null()]),
  origin: Origin,
});

/** A class of centers, where a province has several. */
export const Tier = closed({ code: Code, title: Bilingual, origin: Origin });

/** How a series of centers ends or passes into another one. */
export const SeriesChange = closed({
  code: Code,
  title: Bilingual,
  kind: Type.Enum(['migration', 'merger', 'promotion']),
  /** Whether the center leaves the provincial register by it. */
  leavesRegister: Type.Boolean(),
  origin: Origin,
});

/** A programme that the rules name, with the names it bore; `from` null where the first day is not known. */
export const Programme = closed({
  code: Code,
  names: Type.Array(
    closed({
      title: Bilingual,
      from: Type.Union([DateText, Type.Null()]),
      until: Type.Union([DateText, Type.Null()]),
    }),
    { minItems: 1 },
  ),
});
export type Programme = DeepReadonly<Static<typeof Programme>>;
