import { accept, type DecisionResult } from '@iic/event-sourcing';
import { namePatternOf, type PolicyPack } from '@iic/policy';
import { findStrategicField, strategicFields } from '@iic/reference-data';
import { badArea, badUscc } from '../codes.ts';
import { deny } from '../problems.ts';
import type { CommandOf, EditCommand } from './commands.ts';
import { decideAttachments } from './decide-attachments.ts';
import type { ApplicationEvent } from './events.ts';
import { chapterKeys, exceededCap, findingCodes } from './rules.ts';
import type { CaseFacts } from './state.ts';

type Result = DecisionResult<ApplicationEvent>;
type Denial = ReturnType<typeof deny>;

const registrationStatuses = ['planned', 'actual'];

/**
 * Edits of the content while the case is open to its lead unit; input that no plan may hold is refused.
 *
 * @param today `YYYY-MM-DD`, on which area codes must hold
 */
export function decideEdit(command: EditCommand, facts: CaseFacts, pack: PolicyPack, today: string): Result {
  switch (command.type) {
    case 'TakeOverLeadUnit':
      return takeOverLeadUnit(command, facts);
    case 'ChooseField':
      return chooseField(command);
    case 'ProposeName':
      return proposeName(command, pack);
    case 'DescribeEntity':
      return describeEntity(command, pack, today);
    case 'ListMember':
    case 'RemoveMember':
      return editMember(command, facts, pack, today);
    case 'ListPlatforms':
      return accept<ApplicationEvent>({
        type: 'PlatformsListed',
        data: { platforms: [...command.platforms] },
      });
    case 'PlanInvestment':
      return planInvestment(command, pack);
    case 'PlanConstruction':
      return planConstruction(command);
    case 'ClaimCondition':
      return claimCondition(command, pack);
    case 'WriteChapters':
      return writeChapters(command, facts, pack);
    case 'AddAttachment':
    case 'RemoveAttachment':
      return decideAttachments(command, facts, pack);
    case 'JustifyFinding':
      return justify(command);
    default:
      return command satisfies never;
  }
}

function takeOverLeadUnit({ leadUnit }: CommandOf<'TakeOverLeadUnit'>, facts: CaseFacts): Result {
  return leadUnit.organisation === facts.leadUnit.organisation
    ? accept<ApplicationEvent>({ type: 'LeadUnitTakenOver', data: { leadUnit } })
    : deny('lead-unit-fixed', { params: { organisation: facts.leadUnit.organisation } });
}

function chooseField({ field }: CommandOf<'ChooseField'>): Result {
  return findStrategicField(field) === undefined
    ? unknownCode('field', field, codesOf(strategicFields))
    : accept<ApplicationEvent>({ type: 'StrategicFieldChosen', data: { field } });
}

function proposeName({ zh, en }: CommandOf<'ProposeName'>, pack: PolicyPack): Result {
  const matches = namePatternOf(pack, 'zh').test(zh) && namePatternOf(pack, 'en').test(en);
  return matches
    ? accept<ApplicationEvent>({ type: 'CenterNameProposed', data: { zh, en } })
    : deny('name-form', { params: { zh: pack.names.zh.pattern, en: pack.names.en.pattern } });
}

function describeEntity(
  { entity }: CommandOf<'DescribeEntity'>,
  { legalForms }: PolicyPack,
  today: string,
): Result {
  const { legalForm, registration, uscc } = entity;
  const form = legalForms.find(({ code }) => code === legalForm);
  if (form === undefined) {
    return unknownCode('legalForm', legalForm, codesOf(legalForms));
  }
  const denial =
    badCode('registration.status', registration.status, registrationStatuses) ??
    badArea(registration.area, today) ??
    (uscc === null ? undefined : badUscc(uscc));
  return (
    denial ??
    accept<ApplicationEvent>({
      type: 'CenterEntityDescribed',
      data: { entity: { ...entity, independent: form.independent } },
    })
  );
}

function editMember(
  command: CommandOf<'ListMember'> | CommandOf<'RemoveMember'>,
  facts: CaseFacts,
  pack: PolicyPack,
  today: string,
): Result {
  if (command.type === 'RemoveMember') {
    const { organisation } = command;
    return facts.content.members.some((member) => member.organisation === organisation)
      ? accept<ApplicationEvent>({ type: 'MemberRemoved', data: { organisation } })
      : deny('member-unknown', { params: { organisation } });
  }
  const { member } = command;
  if (member.organisation === facts.leadUnit.organisation) return deny('member-is-lead-unit');
  const denial = badForms(member.forms, pack) ?? badUscc(member.uscc) ?? badArea(member.area, today);
  return denial ?? accept<ApplicationEvent>({ type: 'MemberListed', data: { member } });
}

function planInvestment(
  { investment }: CommandOf<'PlanInvestment'>,
  { investmentSources }: PolicyPack,
): Result {
  const known = codesOf(investmentSources);
  const unknown = investment.find(({ source }) => !known.includes(source));
  if (unknown !== undefined) return unknownCode('investment.source', unknown.source, known);
  if (investment.some(({ amountFen }) => BigInt(amountFen) === 0n)) return deny('investment-zero');
  return hasRepeats(investment.map(({ source, organisation }) => `${source}:${organisation}`))
    ? deny('investment-repeated')
    : accept<ApplicationEvent>({ type: 'InvestmentPlanned', data: { investment: [...investment] } });
}

function planConstruction({ months, milestones }: CommandOf<'PlanConstruction'>): Result {
  const sum = milestones.reduce((total, { weight }) => total + weight, 0);
  if (sum !== 100) return deny('milestone-weights', { params: { sum } });
  if (hasRepeats(milestones.map(({ id }) => id))) return deny('milestone-repeated');
  const late = milestones.find(({ dueMonth }) => dueMonth > months);
  if (late !== undefined) return deny('milestone-too-late', { params: { id: late.id, months } });
  return accept<ApplicationEvent>({
    type: 'ConstructionPlanned',
    data: { months, milestones: [...milestones] },
  });
}

function claimCondition({ claim }: CommandOf<'ClaimCondition'>, pack: PolicyPack): Result {
  const denial = badCode('condition', claim.condition, codesOf(pack.conditions));
  return denial ?? accept<ApplicationEvent>({ type: 'ConditionClaimed', data: { claim } });
}

function writeChapters(
  { chapters, source }: CommandOf<'WriteChapters'>,
  { content }: CaseFacts,
  pack: PolicyPack,
): Result {
  if (hasRepeats(chapters.map(({ key }) => key))) return deny('chapter-repeated');
  const keys = chapterKeys(pack);
  for (const chapter of chapters) {
    if (!keys.includes(chapter.key)) return unknownCode('chapter', chapter.key, keys);
    const cap = exceededCap(pack, chapter);
    if (cap !== undefined) {
      const { key, characters } = chapter;
      return deny('chapter-too-long', { params: { chapter: key, characters, cap } });
    }
  }
  const changed = chapters.filter(
    ({ key, hash }) => !content.chapters.some((known) => known.key === key && known.hash === hash),
  );
  return accept<ApplicationEvent>(
    ...changed.map(({ key, hash, length }) => ({
      type: 'ChapterWritten' as const,
      data: { chapter: { key, hash, length }, source },
      evidence: source === null ? [hash] : [hash, source],
    })),
  );
}

function justify({ finding, text }: CommandOf<'JustifyFinding'>): Result {
  const denial = badCode('finding', finding, findingCodes);
  return (
    denial ??
    accept<ApplicationEvent>({ type: 'FindingJustified', data: { justification: { finding, text } } })
  );
}

/** Refuses forms of contribution that are none, unknown or repeated. */
export function badForms(forms: readonly string[], { contributionForms }: PolicyPack): Denial | undefined {
  const known = codesOf(contributionForms);
  if (forms.length === 0 || hasRepeats(forms)) return deny('contribution-forms');
  const unknown = forms.find((form) => !known.includes(form));
  return unknown === undefined ? undefined : unknownCode('contribution.form', unknown, known);
}

function badCode(what: string, code: string, known: readonly string[]): Denial | undefined {
  return known.includes(code) ? undefined : unknownCode(what, code, known);
}

function unknownCode(what: string, code: string, known: readonly string[]): Denial {
  return deny('code-unknown', { params: { what, code, allowed: known.join(', ') } });
}

function codesOf(entries: readonly { readonly code: string }[]): readonly string[] {
  return entries.map(({ code }) => code);
}

function hasRepeats(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}
