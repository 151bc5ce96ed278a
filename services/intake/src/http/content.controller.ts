import {
  Command,
  type CommandCall,
  CommandExecutor,
  newId,
  Problem,
  plainJson,
  Requires,
} from '@iic/service-kit';
import { Body, Controller, Delete, Param, Patch, Post, Put } from '@nestjs/common';
import { Applications } from '../aggregates.ts';
import type { EditCommand, StepCommand } from '../domain/application/commands.ts';
import { OrganisationRegister } from '../read-model/organisation-register.ts';
import { CaseContactDto } from './dto/application.dto.ts';
import {
  ConditionDto,
  ConfirmParticipationDto,
  EditApplicationDto,
  JustifyFindingDto,
  MemberDto,
} from './dto/content.dto.ts';

/** What an application says, written by its lead unit while the case is open to it. */
@Controller('applications')
export class ContentController {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly applications: Applications,
    private readonly register: OrganisationRegister,
  ) {}

  /** Changes the sections that are given: all of them, or none. */
  @Patch(':id')
  @Requires('edit', 'Application')
  edit(@Param('id') id: string, @Body() dto: EditApplicationDto, @Command() call: CommandCall) {
    const edits = editsOf(plainJson(dto));
    return this.commands.run(this.applications, id, { type: 'EditSections', edits }, call);
  }

  /** Takes over what the register now says of the lead unit. */
  @Post(':id/lead-unit')
  @Requires('edit', 'Application')
  async takeOver(@Param('id') id: string, @Command() call: CommandCall) {
    const leadUnit = await this.register.findLeadUnit(call.caller.organisation);
    if (leadUnit === undefined) throw new Problem('lead-unit-unregistered');
    return this.#run(id, { type: 'TakeOverLeadUnit', leadUnit }, call);
  }

  /** Lists a member of the consortium; who it is comes from the register. */
  @Put(':id/members/:organisation')
  @Requires('edit', 'Application')
  async listMember(
    @Param('id') id: string,
    @Param('organisation') organisation: string,
    @Body() { forms, contribution }: MemberDto,
    @Command() call: CommandCall,
  ) {
    const entry = await this.register.findLeadUnit(organisation);
    if (entry === undefined) throw new Problem('member-unregistered', { params: { organisation } });
    return this.#run(id, { type: 'ListMember', member: { ...entry, forms, contribution } }, call);
  }

  @Delete(':id/members/:organisation')
  @Requires('edit', 'Application')
  removeMember(
    @Param('id') id: string,
    @Param('organisation') organisation: string,
    @Command() call: CommandCall,
  ) {
    return this.#run(id, { type: 'RemoveMember', organisation }, call);
  }

  /** The caller's organisation confirms its participation and the forms of its contribution (Art. 7). */
  @Post(':id/confirmation')
  @Requires('confirm', 'Application')
  confirm(@Param('id') id: string, @Body() { forms }: ConfirmParticipationDto, @Command() call: CommandCall) {
    return this.#run(id, { type: 'ConfirmParticipation', forms }, call);
  }

  /** States one of the basic conditions of Art. 14 with its evidence. */
  @Put(':id/conditions/:condition')
  @Requires('edit', 'Application')
  claim(
    @Param('id') id: string,
    @Param('condition') condition: string,
    @Body() dto: ConditionDto,
    @Command() call: CommandCall,
  ) {
    return this.#run(id, { type: 'ClaimCondition', claim: { condition, ...plainJson(dto) } }, call);
  }

  /** Says why to go on despite a finding. */
  @Put(':id/justifications/:finding')
  @Requires('edit', 'Application')
  justify(
    @Param('id') id: string,
    @Param('finding') finding: string,
    @Body() { text }: JustifyFindingDto,
    @Command() call: CommandCall,
  ) {
    return this.#run(id, { type: 'JustifyFinding', finding, text }, call);
  }

  /** Names the handler, the head or the director candidate; stored encrypted under the person's key. */
  @Put(':id/contacts/:role')
  @Requires('edit', 'Application')
  nameContact(
    @Param('id') id: string,
    @Param('role') role: string,
    @Body() dto: CaseContactDto,
    @Command() call: CommandCall,
  ) {
    const person = { subject: `person:${newId(call)}`, content: { ...plainJson(dto) } };
    return this.#run(id, { type: 'NameContact', role, person }, call);
  }

  #run(id: string, command: EditCommand | StepCommand, call: CommandCall) {
    return this.commands.run(this.applications, id, command, call);
  }
}

function editsOf(dto: EditApplicationDto): readonly EditCommand[] {
  const { field, name, entity, platforms, investment, construction } = dto;
  return [
    ...(field === undefined ? [] : [{ type: 'ChooseField' as const, field }]),
    ...(name === undefined ? [] : [{ type: 'ProposeName' as const, ...name }]),
    ...(entity === undefined ? [] : [{ type: 'DescribeEntity' as const, entity }]),
    ...(platforms === undefined ? [] : [{ type: 'ListPlatforms' as const, platforms }]),
    ...(investment === undefined ? [] : [{ type: 'PlanInvestment' as const, investment }]),
    ...(construction === undefined ? [] : [{ type: 'PlanConstruction' as const, ...construction }]),
  ];
}
