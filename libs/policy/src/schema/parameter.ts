import { type Static, type TSchema, Type } from 'typebox';
import { closed, type DeepReadonly } from './closed.ts';

/** The same text in Chinese and English. */
export const Bilingual = closed({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) });
export type Bilingual = DeepReadonly<Static<typeof Bilingual>>;

/** Calendar date `YYYY-MM-DD` in Asia/Shanghai. */
export const DateText = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' });

/** Stable code of an entry of the pack, kebab-case; events and decisions refer to it. */
export const Code = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 });

/** Place in the regulation's text: `Art. 14`, `Art. 14(1)` or `annex 2`. */
const ArticleReference = Type.String({ pattern: '^(Art\\. \\d+(\\(\\d+\\))?|annex \\d+)$' });

/**
 * Where a rule comes from: the regulation's words, our reading of them, or only this platform. A decision that
 * relies on anything but an article has to state why.
 */
export const Origin = Type.Union([
  closed({ kind: Type.Literal('article'), article: ArticleReference }),
  closed({ kind: Type.Literal('interpretation'), article: ArticleReference }),
  closed({ kind: Type.Literal('platform-default') }),
]);
export type Origin = DeepReadonly<Static<typeof Origin>>;

/** Blocks, blocks unless justified, or only informs. */
export const RuleStrength = Type.Enum(['hard', 'needs-justification', 'advisory']);

/** What every rule of a pack says about itself, whatever its value is. */
const standing = { origin: Origin, strength: RuleStrength, note: Type.Optional(Bilingual) };

/** A rule's origin and strength without its value. */
export const Standing = closed(standing);
export type Standing = DeepReadonly<Static<typeof Standing>>;

function parameterOf<Value extends TSchema, Unit extends TSchema>(value: Value, unit: Unit) {
  return closed({ value, unit, ...standing });
}

/** A length of time; `firstDayCounted` says whether the day it starts on is its first day. */
export const DurationParameter = closed({
  value: Type.Integer({ minimum: 0 }),
  unit: Type.Enum(['natural-days', 'working-days', 'months', 'years']),
  firstDayCounted: Type.Boolean(),
  ...standing,
});
export type DurationParameter = DeepReadonly<Static<typeof DurationParameter>>;

/** Units of counted or measured things; `cny-thousand` is 千元, `cny-10-thousand` is 万元. */
export const Unit = Type.Enum([
  'words',
  'characters',
  'persons',
  'times',
  'items',
  'points',
  'percent',
  'bytes',
  'square-metres',
  'cny-thousand',
  'cny-10-thousand',
]);

/** A plain amount. */
export const QuantityParameter = parameterOf(Type.Number({ minimum: 0 }), Unit);
export type QuantityParameter = DeepReadonly<Static<typeof QuantityParameter>>;

/** A limit; `inclusive` says whether the limit itself still counts as within it. */
export const LimitParameter = closed({
  value: Type.Number({ minimum: 0 }),
  unit: Unit,
  inclusive: Type.Boolean(),
  ...standing,
});
export type LimitParameter = DeepReadonly<Static<typeof LimitParameter>>;

/** A share as an exact fraction, so that two thirds are two thirds; `inclusive` as for a limit. */
export const ShareParameter = closed({
  value: closed({ numerator: Type.Integer({ minimum: 0 }), denominator: Type.Integer({ minimum: 1 }) }),
  unit: Type.Literal('share'),
  inclusive: Type.Boolean(),
  ...standing,
});
export type ShareParameter = DeepReadonly<Static<typeof ShareParameter>>;

/** A rule that is on or off. */
export const SwitchParameter = parameterOf(Type.Boolean(), Type.Literal('switch'));
export type SwitchParameter = DeepReadonly<Static<typeof SwitchParameter>>;

/** A day of every year, `MM-DD`; `yearOffset` 1 means in the year after the one it is about. */
export const DayOfYearParameter = closed({
  value: Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' }),
  unit: Type.Literal('day-of-year'),
  yearOffset: Type.Integer({ minimum: 0, maximum: 5 }),
  ...standing,
});
export type DayOfYearParameter = DeepReadonly<Static<typeof DayOfYearParameter>>;

/** How often something recurs. */
export const IntervalParameter = parameterOf(
  Type.Enum(['month', 'quarter', 'half-year', 'year']),
  Type.Literal('interval'),
);
export type IntervalParameter = DeepReadonly<Static<typeof IntervalParameter>>;
