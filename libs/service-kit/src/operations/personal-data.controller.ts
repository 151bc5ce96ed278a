import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Command, type CommandCall } from '../http/call.ts';
import { IsId, IsParagraph } from '../http/fields.ts';
import { Problem } from '../http/problem.ts';
import { Requires } from '../http/requirement.ts';
import { ServiceRuntime } from '../service-runtime.ts';

/** Whose personal data is destroyed, and on what ground. */
export class DestroyPersonalDataDto {
  /** Subject id of the person, as events name it; never a name. */
  @IsId()
  subject!: string;

  /** The request or the ground, for the security log; it must not itself hold personal data. */
  @IsParagraph()
  reason!: string;
}

/** Keys of cases open their files, which are records of the case and not one person's data. */
const caseKey = /^case:/;

/** What a service holds of persons, encrypted under a key of each. */
@Controller('operations/personal-data')
export class PersonalDataController {
  constructor(private readonly runtime: ServiceRuntime) {}

  /**
   * Destroys a person's key in this service, for good: names and contacts recorded here become unreadable, also in
   * backups of the log. History and its hashes stay as they are.
   */
  @Post('destruction')
  @HttpCode(200)
  @Requires('operate', 'Platform')
  async destroy(@Body() { subject, reason }: DestroyPersonalDataDto, @Command() { caller }: CommandCall) {
    const { keys, security } = this.runtime;
    if (caseKey.test(subject) || (await keys.findKey(subject)) === undefined) throw new Problem('not-found');
    await security.record({ type: 'PersonalDataDestroyed', data: { subject, reason } }, caller);
    await keys.shred(subject);
    return { destroyed: subject };
  }
}
