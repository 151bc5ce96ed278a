export { AccessDenied, IssuerUnavailable, NotVisible, Unauthenticated } from './access-errors.ts';
export {
  type AccessFacts,
  AccessPolicy,
  type AccessRule,
  type AccessRules,
  type Conditions,
  type Scope,
} from './access-policy.ts';
export type { Caller } from './caller.ts';
export { type DevelopmentIdentity, DevelopmentIssuer } from './development-issuer.ts';
export { ownProvince } from './own-province.ts';
export { isRole, type Role, roles } from './roles.ts';
export { type IssuerSettings, TokenVerifier } from './token-verifier.ts';
