import type { intakeParts } from '@iic/contracts';
import type { Finding } from '@iic/event-sourcing';
import { isWithin } from '../codes.ts';
import type { Ancestry, SubmissionLookups } from './commands.ts';
import type { ApplicationRules } from './rules.ts';
import type { ApplicationContent, CaseFacts, LeadUnit } from './state.ts';

/** Everything the rules say about an application as it stands, hard findings first. */
export function assess(
  facts: CaseFacts,
  rules: ApplicationRules,
  lookups: Omit<SubmissionLookups, 'nameReserved'>,
): readonly Finding[] {
  const findings = [
    ...planFindings(facts.content, rules),
    ...centerFindings(facts, rules),
    ...consortiumFindings(facts, rules),
    ...constructionFindings(facts.content, rules),
    ...conflictFindings(facts, rules, lookups.ancestry),
    ...registerFindings(facts, rules, lookups),
  ];
  return (['hard', 'needs-justification', 'advisory'] as const).flatMap((strength) =>
    findings.filter((finding) => finding.strength === strength),
  );
}

/** Findings that bar the way: hard ones. */
export function hardFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ strength }) => strength === 'hard');
}

/** Findings that need a justification and have none. */
export function unjustifiedFindings(
  findings: readonly Finding[],
  { justifications }: ApplicationContent,
): readonly Finding[] {
  const justified = new Set(justifications.map(({ finding }) => finding));
  return findings.filter(({ strength, code }) => strength === 'needs-justification' && !justified.has(code));
}

/** Annex 2: chapters, summary, attachments; Art. 14: conditions. */
function planFindings(content: ApplicationContent, rules: ApplicationRules): readonly Finding[] {
  const missingChapters = rules.chapters.filter(({ key }) => !hasChapter(content, key));
  const missingKinds = rules.attachmentKinds.filter(
    (kind) => !content.attachments.some((file) => file.kind === kind),
  );
  const unproven = rules.conditions.filter((condition) => !isProven(content, condition));
  return [
    ...missingChapters.flatMap(({ key }) => rules.findings('chapter-missing', { chapter: key })),
    ...summaryFindings(content, rules),
    ...missingKinds.flatMap((kind) => rules.findings('attachment-kind-missing', { kind })),
    ...unproven.flatMap((condition) => rules.findings('basic-condition-unproven', { condition })),
  ];
}

function summaryFindings(content: ApplicationContent, rules: ApplicationRules): readonly Finding[] {
  const { chapter, from, to, extremeBelow, extremeAbove } = rules.summary;
  const summary = content.chapters.find(({ key }) => key === chapter);
  if (summary === undefined || summary.length === 0) return [];
  const { length } = summary;
  if (length < extremeBelow || length > extremeAbove) {
    return rules.findings('summary-length-extreme', { length, from: extremeBelow, to: extremeAbove });
  }
  return length < from || length > to ? rules.findings('summary-length', { length, from, to }) : [];
}

function hasChapter(content: ApplicationContent, key: string): boolean {
  return content.chapters.some((chapter) => chapter.key === key && chapter.length > 0);
}

function isProven(content: ApplicationContent, condition: string): boolean {
  const claim = content.conditions.find((candidate) => candidate.condition === condition);
  return claim?.evidence.some((reference) => isPresent(content, reference)) ?? false;
}

function isPresent(content: ApplicationContent, { kind, ref }: intakeParts.EvidenceReference): boolean {
  return kind === 'chapter'
    ? hasChapter(content, ref)
    : content.attachments.some((file) => file.hash === ref);
}

/** Art. 6, 12, 23: field, name and the center's own entity. */
function centerFindings({ content, province }: CaseFacts, rules: ApplicationRules): readonly Finding[] {
  const { field, name, entity } = content;
  return [
    ...(field === null ? rules.findings('field-missing') : []),
    ...(name === null ? rules.findings('name-missing') : []),
    ...(entity === null ? rules.findings('entity-missing') : entityFindings(entity, province, rules)),
  ];
}

function entityFindings(
  entity: intakeParts.CenterEntity,
  province: string,
  rules: ApplicationRules,
): readonly Finding[] {
  const { area } = entity.registration;
  const outside = !isWithin(area, province);
  return [
    ...(outside ? rules.findings('registration-outside-province', { area, province }) : []),
    ...(entity.undertakesRegistration ? [] : rules.findings('registration-undertaking-missing')),
    ...(entity.independent ? [] : rules.findings('not-independent-legal-entity')),
    ...(entity.independent || entity.hostingUnit !== null ? [] : rules.findings('hosting-unit-missing')),
  ];
}

/** Art. 7: who forms the center together. */
function consortiumFindings(facts: CaseFacts, rules: ApplicationRules): readonly Finding[] {
  const { members } = facts.content;
  if (members.length === 0) return rules.findings('no-consortium');
  return members
    .filter(({ organisation }) => facts.confirmations[organisation] === undefined)
    .flatMap(({ organisation, name }) => rules.findings('participation-unconfirmed', { organisation, name }));
}

/** Art. 8, 16: money and time. */
function constructionFindings(content: ApplicationContent, rules: ApplicationRules): readonly Finding[] {
  const { investment, milestones, constructionMonths: months } = content;
  const limit = rules.constructionMonths;
  const long = months !== null && months > limit;
  return [
    ...(investment.length === 0 ? rules.findings('investment-missing') : []),
    ...(milestones.length === 0 ? rules.findings('milestones-missing') : []),
    ...(long ? rules.findings('construction-period-long', { months, limit }) : []),
  ];
}

/** Whether who reviews depends on whom it reviews. Without the data the answer is "not checked", never "no". */
function conflictFindings(
  { leadUnit, competentUnit }: CaseFacts,
  rules: ApplicationRules,
  { ancestors, complete }: Ancestry,
): readonly Finding[] {
  const params = { leadUnit: leadUnit.organisation, competentUnit };
  if (leadUnit.organisation === competentUnit || ancestors.includes(competentUnit)) {
    return rules.findings('competent-unit-conflict', params);
  }
  return complete ? [] : rules.findings('competent-unit-conflict-not-checked', params);
}

/** What the register and other cases say; which cases is for the PDRC to know, not for the applicant. */
function registerFindings(
  facts: CaseFacts,
  rules: ApplicationRules,
  lookups: Omit<SubmissionLookups, 'nameReserved'>,
): readonly Finding[] {
  const outdated = !sameLeadUnit(facts.leadUnit, lookups.leadUnit);
  const contact = facts.contacts['handler'] !== undefined;
  return [
    ...(outdated ? rules.findings('lead-unit-outdated') : []),
    ...(contact ? [] : rules.findings('contact-missing')),
    ...[...new Set(lookups.duplicates.map(({ basis }) => basis))].flatMap((basis) =>
      rules.findings('duplicate-application', { basis }),
    ),
  ];
}

function sameLeadUnit(left: LeadUnit, right: LeadUnit): boolean {
  return (
    left.organisation === right.organisation &&
    left.uscc === right.uscc &&
    left.name === right.name &&
    left.area === right.area
  );
}
