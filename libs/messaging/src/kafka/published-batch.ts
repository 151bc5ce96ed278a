import type { Channel, PublishedDelivery } from '../message.ts';
import type { Relay } from '../relay.ts';

/**
 * Journal bytes of a batch. A broker takes what goes to one partition together as one message, so a batch must stay
 * far below the longest message.
 */
const batchBytes = 1024 * 1024;

/** Some events of a log, as they are published. */
export interface PublishedBatch {
  /** Seq of the last of them. */
  readonly upTo: number;
  /** What the other services and the public get. */
  readonly messages: readonly PublishedDelivery[];
  /** Every one of them; sent when the messages are acknowledged. */
  readonly journal: readonly PublishedDelivery[];
}

/** The next events after a seq: at most so many, and no more bytes than a broker takes at a time. */
export async function readBatch(
  relay: Relay,
  channels: readonly Channel[],
  after: number,
  size: number,
): Promise<PublishedBatch> {
  const pages = await relay.readChannels(channels, after, size);
  const journal = withinBytes(pages.get('journal')?.deliveries ?? []);
  const upTo = journal.at(-1)?.seq ?? after;
  const messages = channels
    .filter((channel) => channel !== 'journal')
    .flatMap((channel) => pages.get(channel)?.deliveries ?? [])
    .filter(({ seq }) => seq <= upTo);
  return { upTo, messages, journal };
}

/** As many as fit, one at least. */
function withinBytes(deliveries: readonly PublishedDelivery[]): readonly PublishedDelivery[] {
  let bytes = 0;
  const end = deliveries.findIndex((delivery, index) => {
    bytes += delivery.channel === 'journal' ? delivery.payload.bytes.length : 0;
    return index > 0 && bytes > batchBytes;
  });
  return end === -1 ? deliveries : deliveries.slice(0, end);
}
