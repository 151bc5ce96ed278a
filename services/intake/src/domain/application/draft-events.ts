import type { DraftApplication, Prefill } from './commands.ts';
import type { ApplicationEvent, ContentEvent } from './events.ts';
import type { LeadUnit } from './state.ts';

/** The facts of a new draft, with what it takes over from an earlier case. */
export function draftEvents(
  { caseId, province, policy, prefill }: DraftApplication,
  leadUnit: LeadUnit,
  competentUnit: string,
): readonly ApplicationEvent[] {
  const drafted: ApplicationEvent = {
    type: 'ApplicationDrafted',
    data: {
      caseId,
      leadUnit,
      competentUnit,
      province,
      policyId: policy.id,
      policyHash: policy.hash,
      prefilledFrom: prefill?.from ?? null,
    },
  };
  return [drafted, ...(prefill === undefined ? [] : prefillEvents(prefill.content))];
}

function prefillEvents(content: Prefill): readonly ContentEvent[] {
  return [...centerEvents(content), ...meansEvents(content)];
}

function centerEvents({ field, name, entity }: Prefill): readonly ContentEvent[] {
  return [
    ...(field === null ? [] : [{ type: 'StrategicFieldChosen' as const, data: { field } }]),
    ...(name === null ? [] : [{ type: 'CenterNameProposed' as const, data: name }]),
    ...(entity === null ? [] : [{ type: 'CenterEntityDescribed' as const, data: { entity } }]),
  ];
}

function meansEvents(content: Prefill): readonly ContentEvent[] {
  const { members, platforms, investment, constructionMonths, milestones } = content;
  return [
    ...members.map((member) => ({ type: 'MemberListed' as const, data: { member } })),
    ...(platforms.length === 0 ? [] : [{ type: 'PlatformsListed' as const, data: { platforms } }]),
    ...(investment.length === 0 ? [] : [{ type: 'InvestmentPlanned' as const, data: { investment } }]),
    ...(constructionMonths === null
      ? []
      : [{ type: 'ConstructionPlanned' as const, data: { months: constructionMonths, milestones } }]),
  ];
}
