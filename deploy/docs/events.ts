import {
  auditEvents,
  constructionEvents,
  type EventContract,
  evaluationEvents,
  type FieldAudience,
  intakeEvents,
  registryEvents,
} from '@iic/contracts';
import { code, codes, type Documents, page, table } from './markdown.ts';
import { fieldRows } from './schema-text.ts';

const services: Readonly<Record<string, readonly EventContract[]>> = {
  intake: intakeEvents,
  evaluation: evaluationEvents,
  construction: constructionEvents,
  registry: registryEvents,
  audit: auditEvents,
};

function anchor({ type, version }: EventContract): string {
  return `${type.toLowerCase()}-v${version}`;
}

function audienceText(audience: FieldAudience | undefined): readonly string[] {
  return audience === undefined ? ['', ''] : [audience.reach, codes(audience.viewers)];
}

function eventSection(event: EventContract): string {
  const rows = fieldRows(event.data).map(({ path, content }) => [
    code(path),
    content,
    ...audienceText(event.fields[path]),
  ]);
  return [
    `## ${event.type} v${event.version}`,
    `${event.title.zh} · ${event.title.en}. Origin: ${event.article}. Reach: ${event.reach}.`,
    table(['Field', 'Content', 'Reach', 'Seen by'], rows),
  ].join('\n\n');
}

function servicePage(service: string, events: readonly EventContract[]): string {
  const sorted = events.toSorted((a, b) => a.type.localeCompare(b.type, 'en') || a.version - b.version);
  return page(
    `Events of ${service}`,
    'How to read this page: [events](README.md).',
    ...sorted.map((event) => eventSection(event)),
  );
}

function index(): string {
  const sections = Object.entries(services).flatMap(([service, events]) => [
    `## ${service}`,
    table(
      ['Event', '', 'Origin', 'Reach'],
      events
        .toSorted((a, b) => a.type.localeCompare(b.type, 'en'))
        .map((event) => [
          `[${event.type} v${event.version}](${service}.md#${anchor(event)})`,
          `${event.title.zh} · ${event.title.en}`,
          event.article,
          event.reach,
        ]),
    ),
  ]);
  return page(
    'Events',
    'What each service records, by service. An event is never changed or removed; a new shape is a new version.',
    [
      'Reach says how far an event, and each field of it, travels:',
      '- `journal`: the audit journal only;',
      '- `integration`: also the other services;',
      '- `public`: anyone, through the public stream and feed.',
    ].join('\n'),
    'In the timeline of a case the auditor sees every clear field, the viewers listed see theirs. Origin is the place in the regulation the fact comes from; `platform` means the regulation knows nothing of it.',
    ...sections,
  );
}

/** The events reference: one page for each service, and an index. */
export function eventDocuments(): Documents {
  const pages = Object.entries(services).map(([service, events]) => [
    `events/${service}.md`,
    servicePage(service, events),
  ]);
  return { 'events/README.md': index(), ...Object.fromEntries(pages) };
}
