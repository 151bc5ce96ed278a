import type { evaluationParts } from '@iic/contracts';

type Conflict = evaluationParts.Conflict;

/** What conflict rules look at on the expert's side. */
export interface Affiliations {
  readonly employer: string | null;
  readonly employerParent: string | null;
  readonly ties: readonly evaluationParts.Tie[];
  /** Which of `employer`, `employer-parent`, `ties` were stated. */
  readonly stated: readonly string[];
}

/** What conflict rules look at on the subject's side. */
export interface Judged {
  /** The lead unit and every member. */
  readonly consortium: readonly evaluationParts.ConsortiumMember[];
  readonly competentUnit: string;
}

/** Outcome of a check: what was found, and what could not be checked for lack of data. */
export interface ConflictCheck {
  readonly conflicts: readonly Conflict[];
  readonly notChecked: readonly string[];
}

type Checker = (expert: Affiliations, judged: Judged) => readonly string[] | 'not-checked';

/** The organisations in conflict by rule; a rule that lacks data never answers "none". */
const checkers: Readonly<Record<string, Checker>> = {
  /** The employer is the lead unit or a member. */
  employer: ({ employer, stated }, judged) =>
    stated.includes('employer') ? among(judged, [employer]) : 'not-checked',
  /** The employer's parent is the lead unit or a member. */
  'employer-parent': ({ employerParent, stated }, judged) =>
    stated.includes('employer-parent') ? among(judged, [employerParent]) : 'not-checked',
  /** The employer is the parent of the lead unit or of a member, or has the same parent. */
  'consortium-parent': consortiumParent,
  /** A declared tie with the lead unit or a member. */
  'declared-tie': ({ ties, stated }, judged) =>
    stated.includes('ties')
      ? among(
          judged,
          ties.map(({ organisation }) => organisation),
        )
      : 'not-checked',
  /** The employer is the competent unit, which recommended the case. */
  'competent-unit': ({ employer, stated }, { competentUnit }) => {
    if (!stated.includes('employer')) return 'not-checked';
    return employer === competentUnit ? [competentUnit] : [];
  },
};

/** Conflict rules this service can check. */
export const knownConflictRules: readonly string[] = Object.keys(checkers);

/** Checks an expert against everyone behind a subject, rule by rule. */
export function checkConflicts(
  expert: Affiliations,
  judged: Judged,
  rules: readonly string[],
): ConflictCheck {
  const conflicts: Conflict[] = [];
  const notChecked: string[] = [];
  for (const basis of rules) {
    const found = checkers[basis]?.(expert, judged) ?? 'not-checked';
    if (found === 'not-checked') notChecked.push(basis);
    else conflicts.push(...found.map((organisation) => ({ basis, organisation })));
  }
  return { conflicts, notChecked };
}

function among({ consortium }: Judged, organisations: readonly (string | null)[]): readonly string[] {
  return consortium
    .map(({ organisation }) => organisation)
    .filter((organisation) => organisations.includes(organisation));
}

function consortiumParent(expert: Affiliations, { consortium }: Judged): readonly string[] | 'not-checked' {
  if (!expert.stated.includes('employer')) return 'not-checked';
  const { employer } = expert;
  if (employer === null) return [];
  const family = [employer, ...(expert.employerParent === null ? [] : [expert.employerParent])];
  const found = consortium.filter(({ parent }) => parent !== null && family.includes(parent));
  if (found.length > 0) return found.map(({ organisation }) => organisation);
  const complete = expert.stated.includes('employer-parent') && consortium.every((one) => one.parentKnown);
  return complete ? [] : 'not-checked';
}
