import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, Length, Matches, ValidateIf } from 'class-validator';

/** The member may be left out; `null` is not the same as leaving it out. */
export function IfGiven(): PropertyDecorator {
  return ValidateIf((_object, value) => value !== undefined);
}

/** `null`, or what the other decorators ask for. */
export function OrNull(): PropertyDecorator {
  return ValidateIf((_object, value) => value !== null);
}

/** Text without white space at its ends. */
export function Trimmed(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
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
  return Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    message: '$property must be a code such as new-materials',
    ...options,
  });
}

/** An identifier of an organisation, a case or a person. */
export function IsId(): PropertyDecorator {
  return Matches(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,199}$/, { message: '$property must be an identifier' });
}

/** Hex SHA-256. */
export function IsHash(): PropertyDecorator {
  return Matches(/^[0-9a-f]{64}$/, { message: '$property must be a SHA-256 in lower-case hex' });
}

/** A day, `YYYY-MM-DD`. */
export function IsDay(): PropertyDecorator {
  return Matches(/^\d{4}-\d\d-\d\d$/, { message: '$property must be a day such as 2026-03-01' });
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

/** An amount in fen as integer text. */
export function IsFen(): PropertyDecorator {
  return Matches(/^\d{1,18}$/, { message: '$property must be an amount in fen as text, such as "150000"' });
}

/** An instant in UTC with milliseconds. */
export function IsInstant(): PropertyDecorator {
  return Matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, {
    message: '$property must be an instant such as 2026-03-01T00:00:00.000Z',
  });
}

/** A validated DTO as the JSON that was sent: no classes, and no members that were not given. */
export function plainJson<Dto extends object>(dto: Dto): Dto {
  return JSON.parse(JSON.stringify(dto));
}
