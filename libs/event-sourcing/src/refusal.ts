/** What sort of refusal a problem is; the HTTP layer maps a kind to a status. */
export type ProblemKind = 'invalid' | 'state' | 'conflict' | 'forbidden' | 'not-found' | 'precondition';

/** A stable problem: its texts may hold `{name}` placeholders filled from the refusal's params. */
export interface ProblemDefinition {
  readonly kind: ProblemKind;
  /** What failed and what to do, in Chinese. */
  readonly zh: string;
  /** What failed and what to do, in English. */
  readonly en: string;
}

/** Problem definitions by stable code (kebab-case). */
export type ProblemCatalogue<Code extends string = string> = Readonly<Record<Code, ProblemDefinition>>;

/** How strongly a rule binds: blocks, blocks unless justified, or only informs. */
export type Strength = 'hard' | 'needs-justification' | 'advisory';

/** One rule's finding about a case, citing where the rule comes from. */
export interface Finding {
  /** Stable code of the finding, kebab-case. */
  readonly code: string;
  readonly strength: Strength;
  /** Origin, for example `Art. 14(1)` or `annex 2`. */
  readonly article: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Why a command was not accepted. Nothing was recorded. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly findings?: readonly Finding[];
}
