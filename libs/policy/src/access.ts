import type { PolicyPack } from './policy-pack.ts';
import type { DecisionKindRules, DecisionOutcome } from './schema/decision.ts';
import type { GradeScale } from './schema/operation.ts';
import type { PolicyParameters } from './schema/parameters.ts';
import type { AttachmentKind, PlanChapter } from './schema/plan.ts';
import type { ReviewKind } from './schema/review.ts';

/** The pack has no entry of that code. */
export class NotInPolicyPack extends Error {
  readonly code = 'not-in-policy-pack';
  constructor(pack: PolicyPack, list: string, wanted: string, known: readonly string[]) {
    super(`Policy pack ${pack.id} has no "${wanted}" in ${list}. It has: ${known.join(', ') || 'none'}.`);
  }
}

/** A parameter with its value, unit, origin and strength. */
export function parameter<Name extends keyof PolicyParameters>(
  pack: PolicyPack,
  name: Name,
): PolicyParameters[Name] {
  return pack.parameters[name];
}

/** A kind of review, such as `formation`. Throws {@link NotInPolicyPack}. */
export function getReviewKind(pack: PolicyPack, code: string): ReviewKind {
  return getByCode(pack, 'reviewKinds', pack.reviewKinds, code);
}

/** A kind of decision, such as `acceptance`. Throws {@link NotInPolicyPack}. */
export function getDecisionKind(pack: PolicyPack, code: string): DecisionKindRules {
  return getByCode(pack, 'decisionKinds', pack.decisionKinds, code);
}

/** An outcome of a decision kind, or undefined where the kind does not allow it. */
export function findOutcome(kind: DecisionKindRules, code: string): DecisionOutcome | undefined {
  return kind.outcomes.find((outcome) => outcome.code === code);
}

/** A scale of grades, such as `annual`. Throws {@link NotInPolicyPack}. */
export function getGradeScale(pack: PolicyPack, code: string): GradeScale {
  return getByCode(pack, 'gradeScales', pack.gradeScales, code);
}

/** A kind of attachment. Throws {@link NotInPolicyPack}. */
export function getAttachmentKind(pack: PolicyPack, code: string): AttachmentKind {
  return getByCode(pack, 'attachmentKinds', pack.attachmentKinds, code);
}

/** The chapters that are written texts, without the list of attachments. */
export function textChapters(pack: PolicyPack): readonly PlanChapter[] {
  return pack.outline.chapters.filter(({ content }) => content === 'text');
}

/** Whether the pack hands a matter down; undefined when the duty stays where it is. */
export function findDelegation(
  pack: PolicyPack,
  matter: string,
): PolicyPack['responsibilities']['delegations'][number] | undefined {
  return pack.responsibilities.delegations.find((delegation) => delegation.matter === matter);
}

/** A programme's name on a day; undefined for an unknown programme or a day without a name. */
export function findProgrammeName(
  pack: PolicyPack,
  code: string,
  date: string,
): { readonly zh: string; readonly en: string } | undefined {
  const names = pack.programmes.find((programme) => programme.code === code)?.names ?? [];
  return names.find(({ from, until }) => (from === null || from <= date) && (until === null || date <= until))
    ?.title;
}

/** A number as the agency prints it, from a template with `{year}` and `{serial}`. */
export function formatNumber(
  template: string,
  { year, serial }: { readonly year: number; readonly serial: number },
): string {
  return template.replaceAll('{year}', String(year)).replaceAll('{serial}', String(serial));
}

function getByCode<Entry extends { readonly code: string }>(
  pack: PolicyPack,
  list: string,
  entries: readonly Entry[],
  code: string,
): Entry {
  const found = entries.find((entry) => entry.code === code);
  if (found !== undefined) return found;
  throw new NotInPolicyPack(
    pack,
    list,
    code,
    entries.map((entry) => entry.code),
  );
}
