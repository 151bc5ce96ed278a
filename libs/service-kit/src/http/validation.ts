import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { hiddenCharacters } from './hidden-characters.ts';
import { type FieldError, Problem } from './problem.ts';

/** Validates DTOs: unknown members are refused, not dropped, and so are characters that nobody can see. */
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
    return super.transform(value, metadata);
  }
}

function flatten(error: ValidationError, parent: string): readonly FieldError[] {
  const field = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = Object.values(error.constraints ?? {}).map((message) => ({ field, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, field))];
}
