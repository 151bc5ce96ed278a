import type { EventEnvelope } from '@iic/event-sourcing';
import {
  type BrokenDelivery,
  type Delivery,
  journalDelivery,
  type Message,
  messageDelivery,
} from './message.ts';

type Encoded =
  | BrokenDelivery
  | { readonly channel: 'integration' | 'public'; readonly message: Message }
  | {
      readonly channel: 'journal';
      readonly source: string;
      readonly seq: number;
      readonly bytes: string;
      readonly leaf: string;
    };

/** Text of a delivery, for keeping it; journal bytes survive unchanged. */
export function encodeDelivery(delivery: Delivery): string {
  return JSON.stringify(encodedOf(delivery));
}

function encodedOf(delivery: Delivery): Encoded {
  switch (delivery.channel) {
    case 'broken':
      return delivery;
    case 'journal':
      return {
        channel: 'journal',
        source: delivery.source,
        seq: delivery.seq,
        bytes: Buffer.from(delivery.payload.bytes).toString('base64'),
        leaf: Buffer.from(delivery.payload.leaf).toString('base64'),
      };
    case 'integration':
    case 'public':
      return { channel: delivery.channel, message: delivery.payload };
  }
}

/** Inverse of {@link encodeDelivery}; the text must come from there. */
export function decodeDelivery(text: string): Delivery {
  const encoded: Encoded = JSON.parse(text);
  if (encoded.channel === 'broken') return encoded;
  if (encoded.channel !== 'journal') return messageDelivery(encoded.channel, encoded.message);
  const bytes = Buffer.from(encoded.bytes, 'base64');
  const envelope: EventEnvelope = JSON.parse(bytes.toString('utf8'));
  const { source, seq } = encoded;
  return journalDelivery({ source, seq, bytes, leaf: Buffer.from(encoded.leaf, 'base64'), envelope });
}
