import type { EventContract } from '@iic/contracts';
import { channelKeys } from './channel-keys.ts';
import { ContractIndex } from './contract-index.ts';
import { type Channel, feedName } from './message.ts';

/** An AsyncAPI 3.0 document, as far as its readers need to know its shape. */
export interface AsyncApiDocument {
  readonly asyncapi: '3.0.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly defaultContentType: string;
  readonly channels: Readonly<Record<string, object>>;
  readonly operations: Readonly<Record<string, object>>;
  readonly components: { readonly messages: Readonly<Record<string, object>>; readonly schemas: object };
}

const audiences: Readonly<Record<Channel, string>> = {
  public:
    'Decided facts that anyone may know, for analytics; nothing personal, commercial or pre-decision. The same events are served over HTTP at `/{service}/events`.',
  integration: 'Facts the other services need; for services of the platform only.',
  journal:
    'Every record of the service, byte for byte as stored (canonical JSON of its envelope), for the audit service only.',
};

const text = { type: 'string' };
const whole = { type: 'string', pattern: '^\\d+$' };

/** Headers in the binary mode of CloudEvents 1.0 for Kafka; see `cloudEventAttributes`. */
const headers = {
  type: 'object',
  required: [
    'ce_specversion',
    'ce_id',
    'ce_source',
    'ce_type',
    'ce_time',
    'ce_subject',
    'ce_schemaversion',
    'ce_seq',
  ],
  properties: {
    ce_specversion: { const: '1.0' },
    ce_id: text,
    ce_source: text,
    ce_type: text,
    ce_time: { type: 'string', format: 'date-time' },
    ce_subject: { type: 'string', description: 'The case, or the stream of what belongs to no single case.' },
    ce_stream: text,
    ce_schemaversion: whole,
    ce_seq: whole,
    ce_revision: whole,
    ce_effectiveat: { type: 'string', format: 'date-time' },
    ce_causationid: text,
    ce_causationtime: { type: 'string', format: 'date-time' },
    ce_actororganisation: { type: 'string', description: 'Absent on public channels.' },
    ce_actorrole: { type: 'string', description: 'Absent on public channels.' },
    'content-type': { const: 'application/json' },
  },
};

const channels: readonly Channel[] = ['public', 'integration', 'journal'];

/** Describes every channel of the services whose contracts these are, with what travels on each. */
export function asyncApiDocument(contracts: readonly EventContract[]): AsyncApiDocument {
  const services = [...new Set(contracts.map(({ service }) => service))];
  const described = services.flatMap((service) =>
    channels.flatMap((channel) => describe(service, channel, contracts)),
  );
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Industrial innovation centers',
      version: '0.1.0',
      description: 'Events of the lifecycle of provincial industrial innovation centers (产业创新中心).',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(described.map(({ id, channel }) => [id, channel])),
    operations: Object.fromEntries(described.map(({ id, operation }) => [`publish.${id}`, operation])),
    components: {
      messages: Object.assign({}, ...described.map(({ messages }) => messages)),
      schemas: { CloudEventHeaders: headers },
    },
  };
}

function describe(service: string, channel: Channel, contracts: readonly EventContract[]) {
  const id = `${service}.${channel}`;
  const messages = channel === 'journal' ? journalRecord(id) : messagesOf(service, channel, contracts);
  const names = Object.keys(messages);
  if (names.length === 0) return [];
  const address = feedName(service, channel);
  const refs = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }]));
  return [
    {
      id,
      messages,
      channel: {
        address,
        title: `${channel} events of ${service}`,
        description: `${audiences[channel]} Keyed by ${channelKeys[channel]}: messages of one key keep their order.`,
        messages: refs,
        bindings: { kafka: { topic: address } },
      },
      operation: {
        action: 'send',
        channel: { $ref: `#/channels/${id}` },
        messages: names.map((name) => ({ $ref: `#/channels/${id}/messages/${name}` })),
      },
    },
  ];
}

function messagesOf(
  service: string,
  channel: 'integration' | 'public',
  contracts: readonly EventContract[],
): Readonly<Record<string, object>> {
  const index = new ContractIndex(contracts, channel);
  const own = contracts.filter((contract) => contract.service === service && index.travels(contract));
  return Object.fromEntries(
    own.map((contract) => [
      `${contract.type}.v${contract.version}.${channel}`,
      {
        name: contract.type,
        title: `${contract.title.zh} · ${contract.title.en}`,
        description: `Version ${contract.version}. Origin: ${contract.article}.`,
        contentType: 'application/json',
        headers: { $ref: '#/components/schemas/CloudEventHeaders' },
        payload: index.schemaOf(contract),
        bindings: { kafka: { key: { type: 'string', description: channelKeys[channel] } } },
      },
    ]),
  );
}

function journalRecord(id: string): Readonly<Record<string, object>> {
  return {
    [`${id}.record`]: {
      name: 'JournalRecord',
      title: '日志记录 · Journal record',
      contentType: 'application/json',
      payload: { type: 'object', description: 'The envelope of the event; its bytes are what is hashed.' },
      bindings: { kafka: { key: { type: 'string', description: channelKeys.journal } } },
    },
  };
}
