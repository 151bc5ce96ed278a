import { isCalendarDate } from '@iic/policy';
import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import {
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';

/** The member may be left out; `null` is not the same as leaving it out. */
export function IfGiven(): PropertyDecorator {
  return ValidateIf((_object, value) => value !== undefined);
}

/** An object of its own, which must be there unless {@link IfGiven} says otherwise; an array is none. */
export function IsNested(type: () => new () => object): PropertyDecorator {
  return applyDecorators(isObject(false), ValidateNested(), Type(type));
}

/** An array whose elements are objects of one kind; with `IsArray` and bounds beside it. */
export function AreNested(type: () => new () => object): PropertyDecorator {
  return applyDecorators(isObject(true), ValidateNested({ each: true }), Type(type));
}

function isObject(each: boolean): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
  return ValidateBy(
    { name: 'isNested', validator: { validate, defaultMessage: () => '$property must be an object' } },
    { each },
  );
}

/** `null`, or what the other decorators ask for. */
export function OrNull(): PropertyDecorator {
  return ValidateIf((_object, value) => value !== null);
}

/** White space, and what takes no space on a screen: neither makes a text. */
const blank = /[\s\u00ad\u180e\u200b-\u200d\u2060]/u;

/** Text without white space at its ends. */
export function Trimmed(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? trimmed(value) : value));
}

function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && blank.test(text.charAt(start))) start += 1;
  while (end > start && blank.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** A sentence or a paragraph, 1 to 4,000 characters. */
export function IsParagraph(): PropertyDecorator {
  return applyDecorators(Trimmed(), IsString(), Length(1, 4_000));
}

/** A name or a title, 1 to 200 characters. */
export function IsName(): PropertyDecorator {
  return applyDecorators(Trimmed(), IsString(), Length(1, 200));
}

/** A code of a list of the policy pack or the reference data. */
export function IsCode(options: { readonly each?: boolean } = {}): PropertyDecorator {
  const isCode = Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    message: '$property must be a code such as new-materials',
    ...options,
  });
  return applyDecorators(isCode, MaxLength(60, options));
}

/** An identifier of an organisation, a case or a person. */
export function IsId(): PropertyDecorator {
  return Matches(identifier, { message: '$property must be an identifier' });
}

const identifier = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,199}$/;

/** Whether a text is an identifier, as {@link IsId} takes it. */
export function isId(text: string): boolean {
  return identifier.test(text);
}

/** Hex SHA-256 of a document. */
export function IsHash(): PropertyDecorator {
  return Matches(/^[0-9a-f]{64}$/, { message: '$property must be a SHA-256 in lower-case hex' });
}

/** A code of GB/T 2260, or a platform code. */
export function IsArea(): PropertyDecorator {
  return Matches(/^[0-9A-Z-]{4,20}$/, { message: '$property must be an area code such as 220100' });
}

/** 18 characters; the check character is the domain's affair. */
export function IsUscc(): PropertyDecorator {
  return Matches(/^[0-9A-HJ-NPQRTUWXY]{18}$/, {
    message: '$property must be a unified social credit code of 18 characters',
  });
}

/** An amount in fen as integer text, of which a thousand still add up to one that can be recorded. */
export function IsFen(): PropertyDecorator {
  return Matches(/^\d{1,15}$/, { message: '$property must be an amount in fen as text, such as "150000"' });
}

/** A whole number within bounds, both inclusive. */
export function IsWhole(from: number, to: number): PropertyDecorator {
  // In this order, or the API description says `number`: each of them sets the type.
  return applyDecorators(Max(to), Min(from), IsInt());
}

/** A whole number of a query, written in digits, within bounds, both inclusive. */
export function IsWholeText(from: number, to = 999_999_999_999_999): PropertyDecorator {
  const read = ({ value }: { value: unknown }) => (isDigits(value) ? Number(value) : value);
  return applyDecorators(Transform(read), IsWhole(from, to));
}

/** Whether something is text of 1 to 15 digits, which every number can hold exactly. */
export function isDigits(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,15}$/.test(value);
}

/** A day of the calendar, `YYYY-MM-DD`, of the years 1900 to 2199: others are slips of the pen. */
export function IsDay(): PropertyDecorator {
  return isTime(isDay, 'must be a day such as 2026-03-01', { format: 'date' });
}

/** An instant in UTC with milliseconds. */
export function IsInstant(): PropertyDecorator {
  return isTime(isInstant, 'must be an instant such as 2026-03-01T00:00:00.000Z', { format: 'date-time' });
}

/** A day of the calendar, or an instant (RFC 3339) with whatever offset; it becomes one in UTC with milliseconds. */
export function IsDayOrInstant(): PropertyDecorator {
  const check = isTime(
    (text) => isDay(text) || isInstant(text),
    'must be a day such as 2026-03-01 or an instant such as 2026-03-01T00:00:00.000Z',
    { description: 'A day (`2026-03-01`) or an instant (`2026-03-01T00:00:00.000Z`).' },
  );
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? inUtc(value) : value)),
    check,
  );
}

function inUtc(text: string): string {
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
  const isOne = form.test(text) && !Number.isNaN(Date.parse(text));
  return isOne ? new Date(text).toISOString() : text;
}

function isDay(text: string): boolean {
  return isCalendarDate(text) && /^(19|20|21)/.test(text);
}

function isInstant(text: string): boolean {
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
  return form.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
}

function isTime(
  holds: (text: string) => boolean,
  what: string,
  shown: Parameters<typeof JSONSchema>[0],
): PropertyDecorator {
  const check = ValidateBy({
    name: 'isTime',
    validator: {
      validate: (value) => typeof value === 'string' && holds(value),
      defaultMessage: (args) => `${args?.property ?? 'value'} ${what}`,
    },
  });
  return applyDecorators(IsString(), check, JSONSchema(shown));
}

/** A validated DTO as the JSON that was sent: no classes, and no members that were not given. */
export function plainJson<Dto extends object>(dto: Dto): Dto {
  return JSON.parse(JSON.stringify(dto));
}
