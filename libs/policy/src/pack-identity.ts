import { createHash } from 'node:crypto';
import { canonicalJson, type PolicyReference } from '@iic/event-sourcing';
import type { PolicyIdentity, PolicyPack } from './policy-pack.ts';

const identities = new WeakMap<PolicyPack, PolicyIdentity>();

/** What a case pins of a pack: its id, and the hex SHA-256 over its canonical JSON (RFC 8785). */
export function policyIdentity(pack: PolicyPack): PolicyIdentity {
  const known = identities.get(pack);
  // A pack that may still change must not keep the hash of what it was.
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(canonicalJson(pack)).digest('hex');
  const identity = Object.freeze({ id: pack.id, hash });
  if (Object.isFrozen(pack)) identities.set(pack, identity);
  return identity;
}

/** What an event that rests on an article of the pack carries. */
export function policyReference(pack: PolicyPack, article: string): PolicyReference {
  return { ...policyIdentity(pack), article };
}

/** Freezes a value and all it holds. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const member of Object.values(value)) deepFreeze(member);
    Object.freeze(value);
  }
  return value;
}
