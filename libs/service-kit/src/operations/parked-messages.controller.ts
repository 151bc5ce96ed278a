import type { HeldMessage } from '@iic/messaging';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { IsIn, IsString, Length } from 'class-validator';
import { Command, type CommandCall } from '../http/call.ts';
import { IsWholeText } from '../http/fields.ts';
import { Problem } from '../http/problem.ts';
import { Requires } from '../http/requirement.ts';
import { ServiceRuntime } from '../service-runtime.ts';

/** Which kept messages to list. */
export class HeldMessagesDto {
  @IsIn(['parked', 'waiting', 'behind'])
  status: 'parked' | 'waiting' | 'behind' = 'parked';

  /** Ordinal of the last message of the page before. */
  @IsWholeText(0)
  after = 0;

  @IsWholeText(1, 500)
  limit = 100;
}

/** Why a parked message will never be handled. */
export class DiscardMessageDto {
  @IsString()
  @Length(2, 500)
  reason!: string;
}

/** Messages this service could not handle: look at them, run them again, or give them up with a reason. */
@Controller('operations/parked')
export class ParkedMessagesController {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** Messages kept: `parked` (failed), `waiting` (for another event) or `behind` (a parked one). */
  @Get()
  @Requires('operate', 'Platform')
  async list(@Query() { status, after, limit }: HeldMessagesDto) {
    const items = await this.runtime.parked.list({ status, after, limit });
    return { items: items.map(shown), next: items.length < limit ? null : (items.at(-1)?.ordinal ?? null) };
  }

  @Get(':ordinal')
  @Requires('operate', 'Platform')
  async show(@Param('ordinal') ordinal: number) {
    return shown(found(await this.runtime.parked.find(ordinal)));
  }

  /** Runs a message once more and, when it succeeds, those behind it. */
  @Post(':ordinal/replay')
  @HttpCode(200)
  @Requires('operate', 'Platform')
  async replay(@Param('ordinal') ordinal: number, @Command() call: CommandCall) {
    found(await this.runtime.parked.find(ordinal));
    await this.runtime.security.record({ type: 'MessageReplayed', data: { ordinal } }, call.caller);
    return found(await this.runtime.parked.replay(ordinal));
  }

  /** Gives a message up for good; the reason is kept with it. */
  @Post(':ordinal/discard')
  @HttpCode(200)
  @Requires('operate', 'Platform')
  async discard(
    @Param('ordinal') ordinal: number,
    @Body() { reason }: DiscardMessageDto,
    @Command() call: CommandCall,
  ) {
    const { parked, security } = this.runtime;
    if ((await parked.find(ordinal)) !== undefined) {
      await security.record({ type: 'MessageDiscarded', data: { ordinal, reason } }, call.caller);
      if (await parked.discard(ordinal, { reason, by: call.caller.subject })) return { discarded: true };
    }
    // A repeat finds its message discarded already.
    const [message] = await parked.discarded({ after: ordinal - 1, limit: 1 });
    if (message?.ordinal !== ordinal) throw new Problem('not-found');
    return { discarded: true };
  }
}

/** What an operator needs to know of a message; its content is none of an administrator's business. */
function shown({ ordinal, status, subject, reason, attempts, since, delivery }: HeldMessage) {
  const { source, seq, id, pattern, key } = delivery;
  return {
    ordinal,
    status,
    subject,
    reason,
    attempts,
    since,
    message: { source, seq, id, type: pattern, key },
  };
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Problem('not-found');
  return value;
}
