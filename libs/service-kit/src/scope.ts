import type { Scope } from '@iic/access';

/** A caller's scope as conditions of a collection query; fields are named like the access facts. */
export function scopeConditions(scope: Scope): Record<string, string | { readonly in: readonly string[] }> {
  return Object.fromEntries(
    Object.entries(scope.conditions).map(([field, value]) => [
      field,
      typeof value === 'string' ? value : { in: value },
    ]),
  );
}
