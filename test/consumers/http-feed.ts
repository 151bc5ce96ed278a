/** Reads public events over HTTP: `node test/consumers/http-feed.ts <url> <service> [after]`, token in IIC_TOKEN. */
import type { PublicEvent } from './cloud-event.ts';

/** Where to read. */
export interface Feed {
  /** Origin of the platform. */
  readonly url: string;
  /** Access token with the role `analytics`. */
  readonly token: string;
  readonly service: string;
}

/** A batch and the cursor behind it. */
export interface Batch {
  readonly events: readonly PublicEvent[];
  readonly next: number;
}

/** One batch after a cursor; empty when there is nothing new within `wait` seconds. */
export async function readBatch({ url, token, service }: Feed, after: number, wait = 0): Promise<Batch> {
  const response = await fetch(`${url}/${service}/events?after=${after}&limit=1000&wait=${wait}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Error(`${service} answered ${response.status}: ${await response.text()}`);
  const events: PublicEvent[] = JSON.parse(await response.text());
  return { events, next: Number(response.headers.get('next-after')) };
}

/** Every batch there is after a cursor. */
export async function* readToEnd(feed: Feed, after: number): AsyncGenerator<Batch> {
  for (let cursor = after; ; ) {
    const batch = await readBatch(feed, cursor);
    if (batch.next === cursor) return;
    cursor = batch.next;
    yield batch;
  }
}

if (import.meta.main) {
  const [url, service, after = '0'] = process.argv.slice(2);
  const token = process.env['IIC_TOKEN'];
  if (url === undefined || service === undefined || token === undefined) {
    throw new Error('Give the origin and a service, and set IIC_TOKEN to an access token.');
  }
  for await (const { events } of readToEnd({ url, service, token }, Number(after))) {
    for (const event of events) console.log(JSON.stringify(event));
  }
}
