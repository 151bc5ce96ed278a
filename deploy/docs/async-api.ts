import { allEvents } from '@iic/contracts';
import { asyncApiDocument, type Channel, channelKeys, feedName, reaches } from '@iic/messaging';
import { code, codes, type Documents, page, table } from './markdown.ts';

const services = [...new Set(allEvents.map(({ service }) => service))];

function publicRows(service: string): readonly (readonly string[])[] {
  return allEvents
    .filter((event) => event.service === service && event.reach === 'public')
    .map(({ type, version, title, fields }) => [
      `${type} v${version}`,
      `${title.zh} · ${title.en}`,
      codes(Object.keys(fields).filter((field) => fields[field]?.reach === 'public')),
    ]);
}

function channelRow(service: string, channel: 'public' | 'integration' | 'journal'): readonly string[] {
  const events = allEvents.filter((event) => event.service === service && reaches(event.reach, channel));
  const feed = channel === 'public' && events.length > 0 ? code(`GET /${service}/events`) : '–';
  return [code(feedName(service, channel)), channelKeys[channel], String(events.length), feed];
}

function channelsPage(): string {
  const channels: readonly Channel[] = ['public', 'integration', 'journal'];
  return page(
    'Channels',
    'Every service has up to three channels. On Kafka each is a topic; public events are also served over HTTP. Schemas of all messages are in [asyncapi.json](asyncapi.json), and at `/asyncapi.json` of a running platform.',
    table(
      ['Topic', 'Keyed by', 'Events', 'HTTP feed'],
      services.flatMap((service) =>
        channels.map((channel) => channelRow(service, channel)).filter(([, , events]) => events !== '0'),
      ),
    ),
    'Messages are CloudEvents 1.0: in binary mode on Kafka (attributes are headers `ce_…`), in JSON batches over HTTP. Fields that do not travel on a channel are absent; readers ignore fields they do not know.',
    ...services
      .map((service) => ({ service, rows: publicRows(service) }))
      .filter(({ rows }) => rows.length > 0)
      .map(
        ({ service, rows }) =>
          `## Public events of ${service}\n\n${table(['Event', '', 'Public fields'], rows)}`,
      ),
  );
}

/** The AsyncAPI document, and a readable table of channels and public events. */
export function asyncApiDocuments(): Documents {
  return {
    'asyncapi.json': `${JSON.stringify(asyncApiDocument(allEvents), null, 2)}\n`,
    'asyncapi.md': channelsPage(),
  };
}
