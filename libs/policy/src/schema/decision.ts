import { type Static, Type } from 'typebox';
import { closed, type DeepReadonly } from './closed.ts';
import { Bilingual, Code, LimitParameter, Origin, SwitchParameter } from './parameter.ts';

/** Conditions an outcome must set, by their name in the decision's data. */
const OutcomeCondition = Type.Enum(['rectificationMonths', 'newDueAt']);

/** What a decision may say. */
export const DecisionOutcome = closed({
  code: Code,
  title: Bilingual,
  origin: Origin,
  conditions: Type.Array(OutcomeCondition),
  /** Review conclusions it agrees with; null where no review is followed. */
  follows: Type.Union([Type.Array(Code), Type.Null()]),
  /** Parameters, by name, that are not written in the regulation and that this outcome always relies on. */
  reliesOn: Type.Array(Type.String({ minLength: 1 })),
});
export type DecisionOutcome = DeepReadonly<Static<typeof DecisionOutcome>>;

/** A kind of decision. */
export const DecisionKindRules = closed({
  code: Code,
  title: Bilingual,
  /** Provision a decision of this kind cites, for example `Art. 15`. */
  article: Type.String({ minLength: 1 }),
  /** Who decides: a body of {@link Responsibilities}. */
  decidedBy: Code,
  /** Kind of review a decision rests on; null where none is held. */
  reviewKind: Type.Union([Code, Type.Null()]),
  minimumApprovers: LimitParameter,
  /** Handler and decider are different people. */
  handlerApart: SwitchParameter,
  /** Cases compete (择优): a rank among those decided in one round is recorded. */
  merit: SwitchParameter,
  outcomes: Type.Array(DecisionOutcome, { minItems: 1 }),
});
export type DecisionKindRules = DeepReadonly<Static<typeof DecisionKindRules>>;

/** Who does what, and what may be handed to whom. */
export const Duty = closed({
  matter: Code,
  title: Bilingual,
  /** Role that does it: `competent-unit`, `pdrc`, `lead-unit`, `third-party`. */
  by: Code,
  origin: Origin,
});
export type Duty = DeepReadonly<Static<typeof Duty>>;

/** A matter the deciding body has handed down; `scope` says which part of it. */
export const Delegation = closed({ matter: Code, to: Code, scope: Bilingual, origin: Origin });
export type Delegation = DeepReadonly<Static<typeof Delegation>>;

export const Responsibilities = closed({ duties: Type.Array(Duty), delegations: Type.Array(Delegation) });
export type Responsibilities = DeepReadonly<Static<typeof Responsibilities>>;
