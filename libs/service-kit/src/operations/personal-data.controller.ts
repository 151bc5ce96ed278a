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

/** Keys of a case's files and of their names: records of the case, and no one person's data. */
const caseKey = /^(case|files):/;

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
    // A repeat finds it destroyed already.
    if (await keys.isShredded(subject)) return { destroyed: subject };
    if (caseKey.test(subject) || (await keys.findKey(subject)) === undefined) throw new Problem('not-found');
    await security.record({ type: 'PersonalDataDestroyed', data: { subject, reason } }, caller);
    await keys.shred(subject);
    return { destroyed: subject };
  }
}
