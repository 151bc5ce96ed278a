import type { Finding } from '@iic/event-sourcing';
import { originText } from './origin.ts';
import type { PolicyPack } from './policy-pack.ts';
import type { FindingRules } from './schema/findings.ts';
import type { Standing } from './schema/parameter.ts';
import type { PolicyParameters } from './schema/parameters.ts';

/** Findings whose rule is a parameter: the parameter's standing is theirs. */
const carriedBy = {
  'summary-length': 'summaryTolerance',
  'summary-length-extreme': 'summaryMinimum',
  'summary-too-long': 'summaryCap',
  'attachment-too-large': 'attachmentSizeCap',
  'registration-outside-province': 'registrationInProvince',
  'registration-undertaking-missing': 'registrationInProvince',
  'not-independent-legal-entity': 'independentEntity',
  'entity-not-independent': 'independentEntity',
  'competent-unit-conflict': 'leadUnitApartFromCompetentUnit',
  'member-is-affiliate': 'affiliateExclusion',
  'member-affiliation-not-checked': 'affiliateExclusion',
  'construction-period-long': 'constructionPeriod',
  'extension-too-long': 'extensionLength',
  'extension-repeated': 'extensionCount',
  'completion-low': 'acceptanceCompletion',
  'completion-very-low': 'acceptanceCompletionFloor',
} as const satisfies Readonly<Record<string, keyof PolicyParameters>>;

/** Codes of all findings whose rule a pack states. */
export type FindingCode = keyof FindingRules | keyof typeof carriedBy | 'name-pattern';

/** The rule behind a finding, or null where the province has none or has switched it off. */
export function findingRule(pack: PolicyPack, code: FindingCode): Standing | null {
  if (code === 'name-pattern') return pack.names.standing;
  if (!isCarried(code)) return pack.findings[code] ?? null;
  const { value, origin, strength } = pack.parameters[carriedBy[code]];
  return value === false ? null : { origin, strength };
}

function isCarried(code: FindingCode): code is keyof typeof carriedBy {
  return Object.hasOwn(carriedBy, code);
}

/** The finding of a rule, or nothing where the province has no such rule. */
export function findingsOf(
  pack: PolicyPack,
  code: FindingCode,
  params: Readonly<Record<string, string | number>> = {},
): readonly Finding[] {
  const rule = findingRule(pack, code);
  return rule === null ? [] : [findingUnder(rule, code, params)];
}

/** A finding that binds as its rule does and cites where the rule stands. */
export function findingUnder(
  { strength, origin }: Pick<Standing, 'strength' | 'origin'>,
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): Finding {
  return { code, strength, article: originText(origin), params };
}
