import { SetMetadata } from '@nestjs/common';

/** What a caller needs to use a route: an ability, or nothing at all. */
export type Requirement =
  | { readonly access: 'public' }
  | { readonly access: 'ability'; readonly action: string; readonly subject: string };

/** Metadata key of a route's requirement. */
export const requirementKey = 'iic:requirement';

/** The caller's role must be allowed to do `action` to a `subject`; the case itself is checked when it is loaded. */
export function Requires(action: string, subject: string): MethodDecorator {
  return SetMetadata<string, Requirement>(requirementKey, { access: 'ability', action, subject });
}

/** Anyone may use the route, without a token. */
export function OpenToPublic(): MethodDecorator {
  return SetMetadata<string, Requirement>(requirementKey, { access: 'public' });
}
