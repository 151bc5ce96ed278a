import { isCalendarDate } from '@iic/policy';
import { applyDecorators } from '@nestjs/common';
import { IsInt, IsString, Length, Matches, Max, Min, ValidateBy, ValidateIf } from 'class-validator';

/** May be left out, but not given as null. */
export function IfGiven(): PropertyDecorator {
  return ValidateIf((_object, value) => value !== undefined);
}

/** Hex SHA-256 of a document. */
export function IsHash(): PropertyDecorator {
  return Matches(/^[0-9a-f]{64}$/, { message: '$property must be a SHA-256 in lower-case hex' });
}

/** Amount in fen as integer text. */
export function IsFen(): PropertyDecorator {
  return Matches(/^\d{1,18}$/, { message: '$property must be a whole number of fen as text' });
}

/** A day of the calendar, `YYYY-MM-DD`. */
export function IsDay(): PropertyDecorator {
  return isTime((text) => isCalendarDate(text), 'must be a day as YYYY-MM-DD');
}

/** A day of the calendar, or an instant in UTC with milliseconds. */
export function IsDayOrInstant(): PropertyDecorator {
  return isTime(
    (text) => isCalendarDate(text) || isInstant(text),
    'must be a day as YYYY-MM-DD or an instant in UTC with milliseconds',
  );
}

/** An instant in UTC with milliseconds. */
export function IsInstant(): PropertyDecorator {
  return isTime(isInstant, 'must be an instant in UTC with milliseconds');
}

function isInstant(text: string): boolean {
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
  return form.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
}

function isTime(holds: (text: string) => boolean, what: string): PropertyDecorator {
  const check = ValidateBy({
    name: 'isTime',
    validator: {
      validate: (value) => typeof value === 'string' && holds(value),
      defaultMessage: (args) => `${args?.property ?? 'value'} ${what}`,
    },
  });
  // The API description knows nothing of the check, but that it is a text.
  return applyDecorators(IsString(), check);
}

/** A code of a list of the policy pack or of the plan. */
export function IsCode(): PropertyDecorator {
  return applyDecorators(IsString(), Length(1, 60));
}

/** An identifier. */
export function IsId(): PropertyDecorator {
  return applyDecorators(IsString(), Length(1, 200));
}

/** A sentence or a paragraph. */
export function IsShortText(): PropertyDecorator {
  return applyDecorators(IsString(), Length(1, 4_000));
}

/** A whole number within bounds, both inclusive. */
export function IsWhole(from: number, to: number): PropertyDecorator {
  return applyDecorators(IsInt(), Min(from), Max(to));
}

/** A validated DTO as the plain JSON that was sent: no class, and no members that were not given. */
export function plainJson<Dto extends object>(dto: Dto): Dto {
  return JSON.parse(JSON.stringify(dto));
}
