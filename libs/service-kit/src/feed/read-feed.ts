import { type CloudEventJson, cloudEventJson, type Relay } from '@iic/messaging';

/** Events of the log looked at in one read of the relay. */
const pageSize = 500;

/** Events of the log looked at in one request; public ones may be rare among them. */
const longestScan = 20_000;

/** What a reader asks for. */
export interface FeedQuery {
  /** Seq of the last event the reader has. */
  readonly after: number;
  /** At most so many events. */
  readonly limit: number;
}

/** Public events after a cursor. */
export interface FeedPage {
  readonly events: readonly CloudEventJson[];
  /** Cursor to go on with. */
  readonly next: number;
}

/**
 * Public events of a service after a cursor. Where there is none yet, waits for one until the signal aborts; an
 * aborted signal means not to wait. Without events the cursor still moves past what the log holds for others.
 */
export async function readFeed(relay: Relay, query: FeedQuery, signal: AbortSignal): Promise<FeedPage> {
  let page = await scan(relay, query);
  while (page.events.length === 0 && !signal.aborted && !relay.closed) {
    await relay.changed(page.next, signal);
    page = await scan(relay, { ...query, after: page.next });
  }
  return page;
}

async function scan(relay: Relay, { after, limit }: FeedQuery): Promise<FeedPage> {
  const events: CloudEventJson[] = [];
  let next = after;
  while (next - after < longestScan) {
    const { upTo, deliveries } = await relay.read('public', next, pageSize);
    if (upTo === next) break;
    const messages = deliveries.flatMap((one) => (one.channel === 'public' ? [one.payload] : []));
    const taken = messages.slice(0, limit - events.length);
    events.push(...taken.map(cloudEventJson));
    if (events.length === limit) return { events, next: taken.at(-1)?.seq ?? next };
    next = upTo;
  }
  return { events, next };
}
