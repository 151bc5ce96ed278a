import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { fieldPath } from './field-path.ts';
import { isDigits } from './fields.ts';
import { hiddenCharacters } from './hidden-characters.ts';
import { type FieldError, Problem } from './problem.ts';

/** Validates DTOs: unknown members are refused, not dropped, and so are characters that nobody can see, and numbers not written in digits. */
export function requestValidation(): ValidationPipe {
  return new RequestValidation({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) =>
      new Problem('invalid-request', { errors: errors.flatMap((error) => flatten(error, '')) }),
  });
}

class RequestValidation extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' || metadata.type === 'query') {
      const errors = hiddenCharacters(value, '');
      if (errors.length > 0) throw new Problem('invalid-request', { errors });
    }
    if (metadata.type === 'param' && metadata.metatype === Number && !isDigits(value)) {
      const field = metadata.data ?? 'path';
      const errors = [{ field, message: `${field} must be an integer number` }];
      throw new Problem('invalid-request', { errors });
    }
    return super.transform(value, metadata);
  }
}

function flatten(error: ValidationError, parent: string): readonly FieldError[] {
  const field = fieldPath(parent, error.property);
  const own = messagesOf(error).map((message) => ({ field, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, field))];
}

/** Checks of the kind of a value: where one fails, the others that fail only repeat it in other words. */
const kindChecks: ReadonlySet<string> = new Set(['isArray', 'isBoolean', 'isInt', 'isNested', 'isString']);

function messagesOf({ constraints = {} }: ValidationError): readonly string[] {
  const failed = Object.entries(constraints);
  const ofKind = failed.filter(([check]) => kindChecks.has(check));
  return (ofKind.length > 0 ? ofKind : failed).map(([, message]) => message);
}
