import { AcceptancePassed, ProjectCompetentUnitReassigned } from '@iic/contracts';
import { done, type HandlerResult, MessageHandlers, type MessageOf } from '@iic/messaging';
import { dayOf } from '@iic/policy';
import { CommandExecutor, causedBy, ServiceRuntime } from '@iic/service-kit';
import { EventPattern, Payload } from '@nestjs/microservices';
import { CenterNames } from '../center-names.ts';
import { Centers } from '../centers.ts';
import type { Designation } from '../domain/center/state.ts';
import { orPark } from './or-park.ts';

/** What construction's events mean for the register. */
@MessageHandlers()
export class DesignationMessages {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    private readonly names: CenterNames,
    private readonly centers: Centers,
  ) {}

  /** A passed acceptance makes a center, under a name no other center has (Art. 17, 23). */
  @EventPattern(AcceptancePassed.type)
  async designate(@Payload() message: MessageOf<typeof AcceptancePassed>): Promise<HandlerResult> {
    const designation = designationOf(message.data);
    const { caseId, nameZh, province } = designation;
    return orPark(`Designating ${caseId}`, async () => {
      const { state } = await this.runtime.handler.load(this.centers, caseId);
      // A designated center may have given up this name since, for another one to take.
      if (state.status === 'not-designated')
        await this.names.reserve(nameZh, caseId, causedBy(message, 'reserve-name', province));
      await this.commands.issue(
        this.centers,
        caseId,
        { type: 'DesignateCenter', designation },
        causedBy(message, 'designate', province),
      );
    });
  }

  /** A center follows its project; before the designation the project's own word is enough. */
  @EventPattern(ProjectCompetentUnitReassigned.type)
  async reassign(
    @Payload() message: MessageOf<typeof ProjectCompetentUnitReassigned>,
  ): Promise<HandlerResult> {
    const { state } = await this.runtime.handler.load(this.centers, message.key);
    if (state.status === 'not-designated') return done();
    const { competentUnit } = message.data;
    const effectiveDate = dayOf(message.effectiveAt);
    return orPark(`Reassigning ${message.key}`, () =>
      this.commands.issue(
        this.centers,
        message.key,
        { type: 'ReassignCompetentUnit', competentUnit, effectiveDate },
        causedBy(message, 'reassign', state.center.province),
      ),
    );
  }
}

function designationOf(passed: AcceptancePassed['data']): Designation {
  const { name, legalForm, uscc, independent, area } = passed.entity;
  return {
    caseId: passed.caseId,
    nameZh: passed.proposedName,
    nameEn: passed.englishName,
    leadUnit: passed.leadUnit,
    competentUnit: passed.competentUnit,
    province: passed.province,
    area: passed.area,
    field: passed.field,
    entity: { name, legalForm, uscc, independent, area },
    director: passed.director,
    effectiveDate: passed.effectiveDate,
    decisionId: passed.decisionId,
    policyId: passed.policyId,
    policyHash: passed.policyHash,
  };
}
