import { createHash } from 'node:crypto';
import type { intakeParts } from '@iic/contracts';
import type { Actor, DecisionContext } from '@iic/event-sourcing';
import { loadPolicyPacks, policyIdentity, textChapters } from '@iic/policy';
import { createApplicationAggregate } from '../domain/application/application.ts';
import type {
  ApplicationCommand,
  ChapterText,
  DescribedEntity,
  DraftApplication,
  SubmissionLookups,
} from '../domain/application/commands.ts';
import type { ApplicationEvent } from '../domain/application/events.ts';
import { hashOfManifest, manifestOf } from '../domain/application/manifest.ts';
import { manifestKinds } from '../domain/application/rules.ts';
import type { ApplicationCase, ApplicationState, LeadUnit } from '../domain/application/state.ts';

/** When the specified commands are decided. */
export const now = '2026-03-02T01:00:00.000Z';
export const caseId = 'case-1';
const packs = loadPolicyPacks();
export const pack = packs.get('jilin-2020');
export const policy = policyIdentity(pack);

const person = (subject: string, organisation: string, role: string): Actor => ({
  subject,
  organisation,
  role,
  jurisdiction: '220100',
});

export const lead = person('person-lead', 'org-lead', 'lead-unit');
export const member = person('person-member', 'org-member', 'member-unit');
export const unit = person('person-unit', 'org-unit', 'competent-unit');
export const pdrc = person('person-pdrc', 'org-pdrc', 'pdrc-handler');
export const platform = person('system:intake', 'platform', 'system');

/** SHA-256 of text, hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export const leadUnit: LeadUnit = {
  organisation: 'org-lead',
  uscc: '91350100M000100Y43',
  name: '吉林先进材料研究院有限公司',
  area: '220100',
};

export const listedMember: intakeParts.Member = {
  organisation: 'org-member',
  name: '长春某大学',
  uscc: '91350100M000100Y43',
  area: '220100',
  forms: ['collaborative-rd', 'joint-funding'],
  contribution: '承担共性技术研发',
};

export const entity: DescribedEntity = {
  legalForm: 'company',
  registration: { area: '220100', address: '高新区', status: 'planned' },
  uscc: null,
  hostingUnit: null,
  undertakesRegistration: true,
};

export const name = {
  zh: '吉林省先进材料产业创新中心',
  en: 'JiLin Province Industrial Innovation Center of Advanced Materials',
};

export const milestones: intakeParts.Milestone[] = [
  { id: 'm1', title: '完成注册', weight: 40, dueMonth: 6 },
  { id: 'm2', title: '中试线建成', weight: 60, dueMonth: 24 },
];

export const investment: intakeParts.InvestmentLine[] = [
  { source: 'own-funds', organisation: 'org-lead', amountFen: '500000000' },
  { source: 'social-capital', organisation: 'org-member', amountFen: '100000001' },
];

export const draftCommand: DraftApplication = {
  type: 'DraftApplication',
  caseId,
  leadUnit,
  competentUnit: 'org-unit',
  province: '220000',
  policy,
};

/** A chapter of this text. */
export function chapter(key: string, text = `${key} 内容`, length = 2_500): ChapterText {
  return { key, hash: sha256(text), length, characters: text.length };
}

/** An attachment with this content. */
export function attachment(kind: string, content = kind): intakeParts.AttachmentReference {
  return { kind, hash: sha256(content), size: content.length, mediaType: 'application/pdf' };
}

export const lookups: SubmissionLookups = {
  leadUnit,
  ancestry: { ancestors: ['org-parent'], complete: true },
  duplicates: [],
  nameReserved: true,
};

export const handlerContact: ApplicationCommand = {
  type: 'NameContact',
  role: 'handler',
  person: { subject: 'contact-1', content: { name: '张三', phone: '0431-1234567' } },
};

/** Everything a plan needs, as the commands that write it. */
export const writingCommands: readonly ApplicationCommand[] = [
  { type: 'ChooseField', field: 'new-materials' },
  { type: 'ProposeName', ...name },
  { type: 'DescribeEntity', entity },
  { type: 'ListMember', member: listedMember },
  { type: 'PlanInvestment', investment },
  { type: 'PlanConstruction', months: 24, milestones },
  { type: 'WriteChapters', chapters: textChapters(pack).map(({ key }) => chapter(key)), source: null },
  ...manifestKinds(pack).map(
    (kind): ApplicationCommand => ({ type: 'AddAttachment', attachment: attachment(kind) }),
  ),
  ...pack.conditions.map(
    ({ code: condition }): ApplicationCommand => ({
      type: 'ClaimCondition',
      claim: { condition, statement: '具备', evidence: [{ kind: 'chapter', ref: 'consortium' }] },
    }),
  ),
  handlerContact,
];

export const application = createApplicationAggregate({
  packOf: (pinned) => packs.getPinned(pinned),
  hash: sha256,
});

/** A case under way: its facts so far and the state they fold into. */
export interface Played {
  readonly events: readonly ApplicationEvent[];
  readonly state: ApplicationState;
}

/** The case nothing has happened to. */
export const untouched: Played = { events: [], state: application.decider.initialState };

/** Folds facts into a state, the way a stream is replayed. */
export function replayed(events: readonly ApplicationEvent[]): ApplicationState {
  return append(untouched, events).state;
}

function append(played: Played, events: readonly ApplicationEvent[]): Played {
  let { state } = played;
  for (const [index, event] of events.entries()) {
    const revision = played.events.length + index;
    const meta = { id: `event-${revision}`, revision, recordedAt: now, effectiveAt: now, actor: lead };
    state = application.decider.evolve(state, event, meta);
  }
  return { events: [...played.events, ...events], state };
}

/** Decides one command and folds what it records; `undefined` when it is refused. */
export function attempt(
  played: Played,
  command: ApplicationCommand,
  context: DecisionContext,
): Played | undefined {
  const result = application.decider.decide(command, played.state, context);
  return 'refused' in result ? undefined : append(played, result.accepted);
}

/** Plays commands that must all be accepted. */
export function play(played: Played, actor: Actor, ...commands: readonly ApplicationCommand[]): Played {
  let next = played;
  for (const command of commands) {
    const result = application.decider.decide(command, next.state, { now, actor });
    if ('refused' in result) throw new Error(`${command.type} refused: ${JSON.stringify(result.refused)}`);
    next = append(next, result.accepted);
  }
  return next;
}

/** The case of a played history. */
export function caseOf({ state }: Played): ApplicationCase {
  if (state.status === 'none') throw new Error('There is no case.');
  return state;
}

/** hash(M) of a case as it stands. */
export function manifestHashOf(played: Played): string {
  return hashOfManifest(manifestOf(caseOf(played)), sha256);
}

/** Signs for the content as it stands. */
export function commit(played: Played): Played {
  return play(played, lead, {
    type: 'CommitTruthfulness',
    manifestHash: manifestHashOf(played),
    document: null,
  });
}
