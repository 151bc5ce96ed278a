import { type CloudEventAttributes, cloudEventAttributes } from './cloud-events.ts';
import type { Message } from './message.ts';

/** An event in the JSON form of CloudEvents 1.0. */
export interface CloudEventJson extends CloudEventAttributes {
  readonly data: Message['data'];
}

/** Media type of a list of events in JSON form. */
export const cloudEventsBatch = 'application/cloudevents-batch+json';

/** A message as an event in JSON form. */
export function cloudEventJson(message: Message): CloudEventJson {
  return { ...cloudEventAttributes(message), data: message.data };
}
