import { applyDecorators } from '@nestjs/common';
import { IsInt, IsString, Length, Matches, Max, Min, ValidateIf } from 'class-validator';

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

/** A day, `YYYY-MM-DD`. */
export function IsDay(): PropertyDecorator {
  return Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
    message: '$property must be a day as YYYY-MM-DD',
  });
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
