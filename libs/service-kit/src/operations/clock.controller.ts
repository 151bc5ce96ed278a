import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Command, type CommandCall } from '../http/call.ts';
import { Requires } from '../http/requirement.ts';
import { ServiceRuntime } from '../service-runtime.ts';

/** The guarded clock of the process: nothing is recorded while it has jumped and nobody has vouched for it. */
@Controller('operations/clock')
export class ClockController {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** How far the wall clock is off, in milliseconds. */
  @Get()
  @Requires('operate', 'Platform')
  show() {
    return { offset: Math.round(this.runtime.host.clock.offset()) };
  }

  /** An administrator vouches for the present time; commands are accepted again. */
  @Post('confirmation')
  @HttpCode(200)
  @Requires('operate', 'Platform')
  async confirm(@Command() { caller }: CommandCall) {
    const { clock } = this.runtime.host;
    const offset = Math.round(clock.offset());
    const takeBack = clock.confirm();
    try {
      await this.runtime.security.record({ type: 'ClockConfirmed', data: { offset } }, caller);
    } catch (error) {
      takeBack();
      throw error;
    }
    return { confirmed: offset };
  }
}
