import { cloudEventsBatch } from '@iic/messaging';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IsWholeText } from '../http/fields.ts';
import { Problem } from '../http/problem.ts';
import { Requires } from '../http/requirement.ts';
import { ServiceRuntime } from '../service-runtime.ts';
import { cloudEventSchema } from './cloud-event-schema.ts';
import { readFeed } from './read-feed.ts';
import { readerPatience } from './reader-patience.ts';

/** Which public events to read. */
export class EventsDto {
  /** Cursor: seq of the last event you have; 0 from the beginning. */
  @IsWholeText(0)
  after = 0;

  @IsWholeText(1, 1000)
  limit = 100;

  /** Seconds to wait for a new event when there is none; 0 answers at once. */
  @IsWholeText(0, 60)
  wait = 0;
}

/** The public events of the service, for those who analyse them without a broker. */
@Controller('events')
export class EventsController {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** Public events after a cursor, as a batch of CloudEvents; `Next-After` and the link `next` tell how to go on. */
  @Get()
  @Requires('read', 'PublicEvents')
  @ApiOkResponse({
    description: 'A batch of CloudEvents, empty when there is nothing new.',
    content: { [cloudEventsBatch]: { schema: { type: 'array', items: cloudEventSchema } } },
    headers: {
      'Next-After': { description: 'The cursor to go on with.', schema: { type: 'integer' } },
      Link: { description: 'The same as a link with rel="next".', schema: { type: 'string' } },
    },
  })
  async list(@Query() query: EventsDto, @Res({ passthrough: true }) reply: FastifyReply) {
    const { after, limit, wait } = query;
    const { relay } = this.runtime;
    const head = await relay.head();
    if (after > head) throw new Problem('cursor-beyond-head', { params: { after, head } });
    const waiting = readerPatience(reply.raw, wait, this.runtime.draining);
    const { events, next } = await readFeed(relay, query, waiting.signal).finally(waiting.end);
    const link = `/${this.runtime.name}/events?after=${next}&limit=${limit}&wait=${wait}`;
    reply
      .header('content-type', cloudEventsBatch)
      .header('cache-control', 'no-store')
      .header('next-after', String(next))
      .header('link', `<${link}>; rel="next"`);
    return events;
  }
}
