import { type Documents, page, table } from './markdown.ts';

/** What each generated reference holds, in the order a reader needs them. */
const references: readonly (readonly [file: string, title: string, holds: string])[] = [
  ['openapi.md', 'Routes', 'every call: who may make it, and what it does'],
  ['openapi.json', 'OpenAPI 3.1', 'the schemas of all calls, as a running platform serves them'],
  ['problem-codes.md', 'Problem codes', 'every refusal in both languages, and what to do about it'],
  ['state-diagrams.md', 'State diagrams', 'how cases, reviews, decisions, projects and centers move'],
  ['events/README.md', 'Events', 'what is recorded, how far it travels, and who sees which field'],
  ['asyncapi.md', 'Channels', 'the topics and feeds of events, and what travels on each'],
  [
    'asyncapi.json',
    'AsyncAPI 3.0',
    'the schemas of all messages by channel, as a running platform serves them',
  ],
  ['topics.md', 'Topics', 'the Kafka topics of all services: who writes, who reads, how long they are kept'],
  ['policy-pack.md', 'Policy pack', 'the rules of the province, with their origin and how they bind'],
  ['configuration.md', 'Configuration', 'environment variables, and the arguments of the commands'],
  ['metrics.md', 'Metrics', 'what `/metrics` tells Prometheus'],
];

/** The contents of docs/reference. */
export function contentsDocuments(): Documents {
  const rows = references.map(([file, title, holds]) => [`[${title}](${file})`, holds]);
  const text = page(
    'Reference',
    'Generated from the code; CI fails when a page no longer says what the code does.',
    table(['Page', 'What it holds'], rows),
  );
  return { 'README.md': text };
}
