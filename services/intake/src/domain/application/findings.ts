import type { intakeParts } from '@iic/contracts';
import type { Finding } from '@iic/event-sourcing';
import {
  evaluateAttachments,
  evaluateChapters,
  evaluateConditions,
  evaluateConstructionMonths,
  evaluateSummaryLength,
  findingsOf,
  type PolicyPack,
} from '@iic/policy';
import { isWithin } from '../codes.ts';
import type { Ancestry, SubmissionLookups } from './commands.ts';
import { indispensable } from './rules.ts';
import type { ApplicationContent, CaseFacts, LeadUnit } from './state.ts';

/** Everything the rules say about an application as it stands, hard findings first. */
export function assess(
  facts: CaseFacts,
  pack: PolicyPack,
  lookups: Omit<SubmissionLookups, 'nameReserved'>,
): readonly Finding[] {
  const findings = [
    ...planFindings(facts.content, pack),
    ...centerFindings(facts, pack),
    ...consortiumFindings(facts, pack),
    ...constructionFindings(facts.content, pack),
    ...conflictFindings(facts, pack, lookups.ancestry),
    ...affiliationFindings(facts, pack, lookups),
    ...registerFindings(facts, pack, lookups),
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

/** Annex 2: chapters, summary, attachments; Art. 14: conditions. The commitment is checked by itself. */
function planFindings(content: ApplicationContent, pack: PolicyPack): readonly Finding[] {
  const chapters = content.chapters.filter(({ length }) => length > 0);
  const summary = chapters.find(({ key }) => key === pack.outline.summaryChapter);
  const outside = pack.attachmentKinds.filter(({ inManifest }) => !inManifest).map(({ code }) => code);
  const proven = content.conditions.filter((claim) => isProven(content, claim));
  return [
    ...evaluateChapters(pack, new Set(chapters.map(({ key }) => key))),
    ...(summary === undefined ? [] : evaluateSummaryLength(pack, summary.length)),
    ...evaluateAttachments(pack, new Set([...content.attachments.map(({ kind }) => kind), ...outside])),
    ...evaluateConditions(pack, new Set(proven.map(({ condition }) => condition))),
  ];
}

function hasChapter(content: ApplicationContent, key: string): boolean {
  return content.chapters.some((chapter) => chapter.key === key && chapter.length > 0);
}

function isProven(content: ApplicationContent, claim: intakeParts.ConditionClaim): boolean {
  return claim.evidence.some((reference) => isPresent(content, reference));
}

function isPresent(content: ApplicationContent, { kind, ref }: intakeParts.EvidenceReference): boolean {
  return kind === 'chapter'
    ? hasChapter(content, ref)
    : content.attachments.some((file) => file.hash === ref);
}

/** Art. 6, 12, 23: field, name and the center's own entity. */
function centerFindings({ content, province }: CaseFacts, pack: PolicyPack): readonly Finding[] {
  const { field, name, entity } = content;
  return [
    ...(field === null ? indispensable(pack, 'field-missing') : []),
    ...(name === null ? indispensable(pack, 'name-missing') : []),
    ...(entity === null ? indispensable(pack, 'entity-missing') : entityFindings(entity, province, pack)),
  ];
}

function entityFindings(
  entity: intakeParts.CenterEntity,
  province: string,
  pack: PolicyPack,
): readonly Finding[] {
  const { area } = entity.registration;
  const outside = !isWithin(area, province);
  return [
    ...(outside ? findingsOf(pack, 'registration-outside-province', { area, province }) : []),
    ...(entity.undertakesRegistration ? [] : findingsOf(pack, 'registration-undertaking-missing')),
    ...(entity.independent ? [] : findingsOf(pack, 'not-independent-legal-entity')),
    ...(entity.independent || entity.hostingUnit !== null ? [] : findingsOf(pack, 'hosting-unit-missing')),
  ];
}

/** Art. 7: who forms the center together. */
function consortiumFindings(facts: CaseFacts, pack: PolicyPack): readonly Finding[] {
  const { members } = facts.content;
  if (members.length === 0) return findingsOf(pack, 'no-consortium');
  return members
    .filter(({ organisation }) => facts.confirmations[organisation] === undefined)
    .flatMap(({ organisation, name }) =>
      findingsOf(pack, 'participation-unconfirmed', { organisation, name }),
    );
}

/** Art. 8, 16: money and time. */
function constructionFindings(content: ApplicationContent, pack: PolicyPack): readonly Finding[] {
  const { investment, milestones, constructionMonths: months } = content;
  return [
    ...(investment.length === 0 ? findingsOf(pack, 'investment-missing') : []),
    ...(milestones.length === 0 ? indispensable(pack, 'milestones-missing') : []),
    ...(months === null ? [] : evaluateConstructionMonths(pack, months)),
  ];
}

/** Whether who reviews depends on whom it reviews. Without the data the answer is "not checked", never "no". */
function conflictFindings(
  { leadUnit, competentUnit }: CaseFacts,
  pack: PolicyPack,
  { ancestors, complete }: Ancestry,
): readonly Finding[] {
  const params = { leadUnit: leadUnit.organisation, competentUnit };
  if (leadUnit.organisation === competentUnit || ancestors.includes(competentUnit)) {
    return findingsOf(pack, 'competent-unit-conflict', params);
  }
  return complete ? [] : findingsOf(pack, 'competent-unit-conflict-not-checked', params);
}

/** Whether members belong to the lead unit's group. Without the data the answer is "not checked", never "no". */
function affiliationFindings(
  { leadUnit, content }: CaseFacts,
  pack: PolicyPack,
  { ancestry, memberAncestry = {} }: Pick<SubmissionLookups, 'ancestry' | 'memberAncestry'>,
): readonly Finding[] {
  const unknown: Ancestry = { ancestors: [], complete: false };
  const group = [leadUnit.organisation, ...ancestry.ancestors];
  return content.members.flatMap(({ organisation, name }) => {
    const params = { organisation, name };
    const { ancestors, complete } = memberAncestry[organisation] ?? unknown;
    if ([organisation, ...ancestors].some((one) => group.includes(one))) {
      return findingsOf(pack, 'member-is-affiliate', params);
    }
    if (complete && ancestry.complete) return [];
    return findingsOf(pack, 'member-affiliation-not-checked', params).map((finding) => ({
      ...finding,
      strength: 'advisory' as const,
    }));
  });
}

/** What the register and other cases say; which cases is for the PDRC to know, not for the applicant. */
function registerFindings(
  facts: CaseFacts,
  pack: PolicyPack,
  lookups: Omit<SubmissionLookups, 'nameReserved'>,
): readonly Finding[] {
  const outdated = !sameLeadUnit(facts.leadUnit, lookups.leadUnit);
  const contact = facts.contacts['handler'] !== undefined;
  return [
    ...(outdated ? findingsOf(pack, 'lead-unit-outdated') : []),
    ...(contact ? [] : findingsOf(pack, 'contact-missing')),
    ...[...new Set(lookups.duplicates.map(({ basis }) => basis))].flatMap((basis) =>
      findingsOf(pack, 'duplicate-application', { basis }),
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
