import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Length, Max, Min } from 'class-validator';
import { Command, type CommandCall } from '../http/call.ts';
import { Problem } from '../http/problem.ts';
import { Requires } from '../http/requirement.ts';
import { ServiceRuntime } from '../service-runtime.ts';

/** Which kept messages to list. */
export class HeldMessagesDto {
  @IsIn(['parked', 'waiting', 'behind'])
  status: 'parked' | 'waiting' | 'behind' = 'parked';

  /** Ordinal of the last message of the page before. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  after = 0;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit = 100;
}

/** Why a parked message will never be handled. */
export class DiscardMessageDto {
  @IsString()
  @Length(5, 500)
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
    return { items, next: items.length < limit ? null : (items.at(-1)?.ordinal ?? null) };
  }

  @Get(':ordinal')
  @Requires('operate', 'Platform')
  async show(@Param('ordinal', ParseIntPipe) ordinal: number) {
    return found(await this.runtime.parked.find(ordinal));
  }

  /** Runs a message once more and, when it succeeds, those behind it. */
  @Post(':ordinal/replay')
  @HttpCode(200)
  @Requires('operate', 'Platform')
  async replay(@Param('ordinal', ParseIntPipe) ordinal: number, @Command() _call: CommandCall) {
    return found(await this.runtime.parked.replay(ordinal));
  }

  /** Gives a message up for good; the reason is kept with it. */
  @Post(':ordinal/discard')
  @HttpCode(200)
  @Requires('operate', 'Platform')
  async discard(
    @Param('ordinal', ParseIntPipe) ordinal: number,
    @Body() { reason }: DiscardMessageDto,
    @Command() call: CommandCall,
  ) {
    const discarded = await this.runtime.parked.discard(ordinal, { reason, by: call.caller.subject });
    if (!discarded) throw new Problem('not-found');
    return { discarded };
  }
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Problem('not-found');
  return value;
}
