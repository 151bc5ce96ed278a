import { projectActors, projectActs, projectTransitions } from '@iic/construction';
import {
  constructionEvents,
  type EventContract,
  evaluationEvents,
  intakeEvents,
  registryEvents,
} from '@iic/contracts';
import {
  decisionActions,
  decisionActors,
  decisionTransitions,
  reviewActions,
  reviewActors,
  reviewTransitions,
} from '@iic/evaluation';
import { actionsByStatus, applicationTransitions, partyOf } from '@iic/intake';
import { centerActors, centerActs, centerTransitions } from '@iic/registry';
import { code, codes, type Documents, page, table } from './markdown.ts';

/** Statuses an event leads to, by status and event. */
type Transitions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** One aggregate as its service's tables describe it. */
interface Machine {
  readonly title: string;
  readonly about: string;
  readonly events: readonly EventContract[];
  readonly transitions: Transitions;
  readonly acts: Readonly<Record<string, readonly string[]>>;
  readonly actors: Readonly<Record<string, string | readonly string[]>>;
}

const machines: readonly Machine[] = [
  {
    title: 'Application (intake)',
    about: 'From draft to decision. `accepted` and `under-review` wait for the review in evaluation.',
    events: intakeEvents,
    transitions: applicationTransitions,
    acts: actionsByStatus,
    actors: partyOf,
  },
  {
    title: 'Review (evaluation)',
    about: 'The draw, the panel and its opinion, before a decision on formation or on acceptance.',
    events: evaluationEvents,
    transitions: reviewTransitions,
    acts: reviewActions,
    actors: reviewActors,
  },
  {
    title: 'Decision (evaluation)',
    about: 'Every decision of the PDRC. It is opened by a proposal of the service that owns the subject.',
    events: evaluationEvents,
    transitions: decisionTransitions,
    acts: decisionActions,
    actors: decisionActors,
  },
  {
    title: 'Project (construction)',
    about: 'From the approved plan to acceptance or revocation.',
    events: constructionEvents,
    transitions: projectTransitions,
    acts: projectActs,
    actors: projectActors,
  },
  {
    title: 'Center (registry)',
    about: 'A designated center, by where its plaque is.',
    events: registryEvents,
    transitions: centerTransitions,
    acts: { 'not-designated': [], ...centerActs.designated },
    actors: centerActors,
  },
];

/** A name that Mermaid takes as an identifier. */
function identifier(status: string): string {
  return status.replaceAll('-', '_');
}

function titleOf(events: readonly EventContract[], type: string): string {
  const zh = events.find((event) => event.type === type)?.title.zh;
  return zh === undefined ? type : `${type} ${zh}`;
}

function diagram({ transitions, events }: Machine): string {
  const statuses = Object.entries(transitions);
  const [[initial] = ['']] = statuses;
  const arrows = statuses.flatMap(([from, leads]) =>
    Object.entries(leads).flatMap(([type, targets]) =>
      targets.map((to) => `  ${identifier(from)} --> ${identifier(to)}: ${titleOf(events, type)}`),
    ),
  );
  const ends = statuses
    .filter(([, leads]) => Object.keys(leads).length === 0)
    .map(([status]) => `  ${identifier(status)} --> [*]`);
  const names = statuses
    .filter(([status]) => status.includes('-'))
    .map(([status]) => `  state "${status}" as ${identifier(status)}`);
  const lines = ['stateDiagram-v2', ...names, `  [*] --> ${identifier(initial)}`, ...arrows, ...ends];
  return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\``;
}

function actsTable({ acts, actors }: Machine): string {
  const rows = Object.entries(acts).map(([status, possible]) => [
    code(status),
    possible.map((act) => `${act} (${[actors[act] ?? 'platform'].flat().join(', ')})`).join('; ') || '–',
  ]);
  return table(['Status', 'What may be done, and by whom'], rows);
}

/** Diagrams of every aggregate with a status, and what may be done in each. */
export function stateDiagramDocuments(): Documents {
  const sections = machines.map((machine) =>
    [`## ${machine.title}`, machine.about, diagram(machine), actsTable(machine)].join('\n\n'),
  );
  const text = page(
    'State diagrams',
    `Arrows are events: what changes a status is a recorded fact. Events that change no status are left out; all are in [events](events/README.md). The tables below each diagram say what people may do in a status; ${codes(['platform'])} is the platform itself, which reacts to another service or to a deadline.`,
    ...sections,
  );
  return { 'state-diagrams.md': text };
}
