import { createMongoAbility, type MongoAbility, subject as tagged } from '@casl/ability';
import { AccessDenied, NotVisible } from './access-errors.ts';
import type { Caller } from './caller.ts';
import type { Role } from './roles.ts';

/** What must be equal (or one of) for a rule to apply: fields of {@link AccessFacts} and of lists. */
export type Conditions = Readonly<Record<string, string | readonly string[]>>;

/** What access rules may look at: identifiers and states, for example `leadUnit` or `status`. */
export type AccessFacts = Readonly<Record<string, string | readonly string[] | null>>;

/** One thing a role may do. */
export interface AccessRule {
  readonly actions: readonly string[];
  readonly subject: string;
  /** Which cases; left out: all. A list means any of its values. */
  readonly where?: (caller: Caller) => Conditions;
}

/** What each role may do in a service; a role that is left out may do nothing. */
export type AccessRules = Readonly<Partial<Record<Role, readonly AccessRule[]>>>;

declare const scoped: unique symbol;

/**
 * The part of a collection a caller may see, as conditions on its fields. Only {@link AccessPolicy.scope} makes
 * one, so that a query which demands a scope cannot be run without it.
 */
export interface Scope {
  readonly [scoped]: true;
  readonly conditions: Conditions;
}

/** Access rules of one service, decided by CASL. Whatever is not allowed is denied. */
export class AccessPolicy {
  readonly #rules: AccessRules;

  constructor(rules: AccessRules) {
    this.#rules = rules;
  }

  /** Whether the role may do this to at least some subjects. */
  allowsRole(role: Role, action: string, subject: string): boolean {
    return this.#rulesFor(role, action, subject).length > 0;
  }

  /** Throws {@link AccessDenied} when the caller's role may never do this. */
  demandRole(caller: Caller, action: string, subject: string): void {
    if (!this.allowsRole(caller.role, action, subject)) throw new AccessDenied(action, subject);
  }

  /** Throws {@link NotVisible} unless the caller may do this to the subject with these facts. */
  demand(caller: Caller, action: string, subject: string, facts: AccessFacts | undefined): void {
    this.demandRole(caller, action, subject);
    if (facts === undefined) throw new NotVisible(subject);
    if (!this.#abilityOf(caller).can(action, tagged(subject, { ...facts }))) throw new NotVisible(subject);
  }

  /**
   * The part of a collection of subjects the caller may do this to. Throws {@link AccessDenied}.
   * A role has at most one rule for each action and subject, so that its scope is one conjunction.
   */
  scope(caller: Caller, action: string, subject: string): Scope {
    const [rule] = this.#rulesFor(caller.role, action, subject);
    if (rule === undefined) throw new AccessDenied(action, subject);
    return asScope(rule.where?.(caller) ?? {});
  }

  #rulesFor(role: Role, action: string, subject: string): readonly AccessRule[] {
    return (this.#rules[role] ?? []).filter(
      (rule) => rule.subject === subject && rule.actions.includes(action),
    );
  }

  #abilityOf(caller: Caller): MongoAbility {
    return createMongoAbility(
      (this.#rules[caller.role] ?? []).map((rule) => ({
        action: [...rule.actions],
        subject: rule.subject,
        ...(rule.where === undefined ? {} : { conditions: asQuery(rule.where(caller)) }),
      })),
    );
  }
}

function asScope(conditions: Conditions): Scope {
  // The brand exists only in the type system; this is the one place that grants it.
  return { conditions } as Scope;
}

function asQuery(conditions: Conditions): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(conditions).map(([field, value]) => [
      field,
      typeof value === 'string' ? value : { $in: value },
    ]),
  );
}
