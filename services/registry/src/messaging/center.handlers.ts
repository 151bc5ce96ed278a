import { createHash } from 'node:crypto';
import type { AcceptancePassed, CaseCompetentUnitReassigned, CenterDesignated } from '@iic/contracts';
import { derivedCommandId, done, type HandlerResult, type Message } from '@iic/messaging';
import { dayOf } from '@iic/policy';
import { type CausedCommand, CommandExecutor, ServiceRuntime } from '@iic/service-kit';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Centers } from '../centers.ts';
import { centerName } from '../domain/center-name/center-name.ts';
import { findSerial, plaqueSerial } from '../domain/plaque-serial/plaque-serial.ts';

/** What other services' events, and its own, make the registry do. */
@Controller()
export class CenterHandlers {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly runtime: ServiceRuntime,
    private readonly centers: Centers,
  ) {}

  /** A passed acceptance takes its name and becomes a center (Art. 17, 23). */
  @EventPattern('AcceptancePassed')
  async designate(
    @Payload() message: Message<'AcceptancePassed', AcceptancePassed['data']>,
  ): Promise<HandlerResult> {
    const { caseId, proposedName, englishName, round: _round, ...facts } = message.data;
    const { province } = facts;
    const nameId = createHash('sha256').update(proposedName.normalize('NFKC')).digest('hex');
    await this.commands.issue(
      centerName,
      nameId,
      { type: 'ReserveCenterName', name: proposedName, caseId },
      caused(message, 'reserve-center-name', province),
    );
    await this.commands.issue(
      this.centers,
      caseId,
      {
        type: 'DesignateCenter',
        designation: { caseId, nameZh: proposedName, nameEn: englishName, ...facts },
      },
      caused(message, 'designate-center', province),
    );
    return done();
  }

  /** A designated center gets the next serial of its year. */
  @EventPattern('CenterDesignated')
  async numberPlaque(
    @Payload() message: Message<'CenterDesignated', CenterDesignated['data']>,
  ): Promise<HandlerResult> {
    const { caseId, effectiveDate, province } = message.data;
    const year = Number(effectiveDate.slice(0, 4));
    await this.commands.issue(
      plaqueSerial,
      String(year),
      { type: 'AssignPlaqueSerial', year, caseId },
      { ...caused(message, 'assign-plaque-serial', province), correlation: `plaque-serial-${year}` },
    );
    const { state } = await this.runtime.handler.load(plaqueSerial, String(year));
    const serial = findSerial(state, caseId);
    if (serial === undefined) throw new Error(`Case ${caseId} got no plaque serial of ${year}.`);
    await this.commands.issue(
      this.centers,
      caseId,
      { type: 'NumberPlaque', year, serial },
      caused(message, 'number-plaque', province),
    );
    return done();
  }

  /** A recorded act of the PDRC puts the case, and so its center, under another competent unit. */
  @EventPattern('CaseCompetentUnitReassigned')
  async reassign(
    @Payload() message: Message<'CaseCompetentUnitReassigned', CaseCompetentUnitReassigned['data']>,
  ): Promise<HandlerResult> {
    const { caseId, competentUnit } = message.data;
    const { state } = await this.runtime.handler.load(this.centers, caseId);
    // Before the designation, the case carries its competent unit along.
    if (state.status === 'not-designated') return done();
    await this.commands.issue(
      this.centers,
      caseId,
      { type: 'ReassignCompetentUnit', competentUnit, effectiveDate: dayOf(message.effectiveAt) },
      caused(message, 'reassign-center', state.center.province),
    );
    return done();
  }
}

function caused(message: Message<string, unknown>, handler: string, jurisdiction: string): CausedCommand {
  const { id, recordedAt, key } = message;
  return {
    commandId: derivedCommandId(message, handler),
    causation: { id, recordedAt },
    correlation: key,
    jurisdiction,
  };
}
