import { compareText } from '../text-order.ts';
import type { ContentEvent } from './events.ts';
import type { ApplicationContent, CaseFacts } from './state.ts';

const contentEventTypes = {
  LeadUnitTakenOver: true,
  StrategicFieldChosen: true,
  CenterNameProposed: true,
  CenterEntityDescribed: true,
  MemberListed: true,
  MemberRemoved: true,
  PlatformsListed: true,
  InvestmentPlanned: true,
  ConstructionPlanned: true,
  ConditionClaimed: true,
  ChapterWritten: true,
  AttachmentAdded: true,
  AttachmentRemoved: true,
  FindingJustified: true,
} satisfies Record<ContentEvent['type'], true>;

/** Whether an event changes what the application says. */
export function isContentEvent(event: { readonly type: string }): event is ContentEvent {
  return Object.hasOwn(contentEventTypes, event.type);
}

/** What a content event changes of the case. */
export function evolveContent(
  facts: Pick<CaseFacts, 'content' | 'leadUnit' | 'confirmations' | 'proposedNames'>,
  event: ContentEvent,
): Partial<CaseFacts> {
  switch (event.type) {
    case 'LeadUnitTakenOver':
      return { leadUnit: event.data.leadUnit };
    case 'CenterNameProposed': {
      const { zh } = event.data;
      return {
        content: contentAfter(facts.content, event),
        proposedNames: [...facts.proposedNames.filter((name) => name !== zh), zh],
      };
    }
    case 'MemberListed':
      return {
        content: contentAfter(facts.content, event),
        confirmations: without(facts.confirmations, event.data.member.organisation),
      };
    case 'MemberRemoved':
      return {
        content: contentAfter(facts.content, event),
        confirmations: without(facts.confirmations, event.data.organisation),
      };
    default:
      return { content: contentAfter(facts.content, event) };
  }
}

function contentAfter(
  content: ApplicationContent,
  event: Exclude<ContentEvent, { type: 'LeadUnitTakenOver' }>,
): ApplicationContent {
  switch (event.type) {
    case 'StrategicFieldChosen':
      return { ...content, field: event.data.field };
    case 'CenterNameProposed':
      return { ...content, name: { zh: event.data.zh, en: event.data.en } };
    case 'CenterEntityDescribed':
      return { ...content, entity: event.data.entity };
    case 'PlatformsListed':
      return { ...content, platforms: event.data.platforms };
    case 'InvestmentPlanned':
      return { ...content, investment: event.data.investment };
    case 'ConstructionPlanned':
      return { ...content, constructionMonths: event.data.months, milestones: event.data.milestones };
    default:
      return { ...content, ...listAfter(content, event) };
  }
}

type ListEvent = Extract<
  ContentEvent,
  {
    type:
      | 'MemberListed'
      | 'MemberRemoved'
      | 'ConditionClaimed'
      | 'ChapterWritten'
      | 'AttachmentAdded'
      | 'AttachmentRemoved'
      | 'FindingJustified';
  }
>;

function listAfter(content: ApplicationContent, event: ListEvent): Partial<ApplicationContent> {
  switch (event.type) {
    case 'MemberListed':
      return { members: put(content.members, event.data.member, (member) => member.organisation) };
    case 'MemberRemoved': {
      const { organisation } = event.data;
      return { members: content.members.filter((member) => member.organisation !== organisation) };
    }
    case 'ConditionClaimed':
      return { conditions: put(content.conditions, event.data.claim, (claim) => claim.condition) };
    case 'ChapterWritten':
      return { chapters: put(content.chapters, event.data.chapter, (chapter) => chapter.key) };
    case 'AttachmentAdded':
      return { attachments: put(content.attachments, event.data.attachment, attachmentKey) };
    case 'AttachmentRemoved': {
      const removed = attachmentKey(event.data);
      return { attachments: content.attachments.filter((file) => attachmentKey(file) !== removed) };
    }
    case 'FindingJustified':
      return {
        justifications: put(content.justifications, event.data.justification, (given) => given.finding),
      };
    default:
      return event satisfies never;
  }
}

function attachmentKey(file: { readonly kind: string; readonly hash: string }): string {
  return `${file.kind}:${file.hash}`;
}

/** The list with an item put in the place of the one with its key, in key order. */
function put<Item>(list: readonly Item[], item: Item, keyOf: (item: Item) => string): Item[] {
  return [...list.filter((other) => keyOf(other) !== keyOf(item)), item].toSorted((left, right) =>
    compareText(keyOf(left), keyOf(right)),
  );
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
