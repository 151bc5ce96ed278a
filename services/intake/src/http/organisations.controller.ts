import { NotVisible } from '@iic/access';
import { dayOf } from '@iic/policy';
import { searchForm, whereGiven } from '@iic/read-models';
import {
  Command,
  type CommandCall,
  CommandExecutor,
  newId,
  type QueryCall,
  Reading,
  Representation,
  Requires,
  ServiceRuntime,
} from '@iic/service-kit';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { organisations } from '../aggregates.ts';
import type { OrganisationCorrections } from '../domain/organisation/commands.ts';
import { profileAsOf, type RegisteredOrganisation } from '../domain/organisation/state.ts';
import { organisationList } from '../read-model/organisation-list.ts';
import { OrganisationRegister } from '../read-model/organisation-register.ts';
import { UsccReservations } from '../uscc-reservations.ts';
import {
  CorrectOrganisationDto,
  OrganisationQueryDto,
  OrganisationsQueryDto,
  ReassignCompetentUnitDto,
  RegisterOrganisationDto,
} from './dto/organisation.dto.ts';

/** The register of organisations: who they are, whose they are, on whose word, from which day on. */
@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly commands: CommandExecutor,
    private readonly register: OrganisationRegister,
    private readonly usccs: UsccReservations,
  ) {}

  /** Enters an organisation: the PDRC any, others themselves; a lead unit may declare a member. */
  @Post()
  @Requires('register', 'Organisation')
  async enter(@Body() dto: RegisterOrganisationDto, @Command() call: CommandCall) {
    const { id, effectiveFrom, contact, parent, competentUnit, name, uscc, kind, area } = dto;
    const organisation = id ?? defaultId(call);
    await this.commands.demandFirstUse(organisations, organisation, call);
    const profile = {
      name,
      uscc,
      kind,
      area,
      parent: parent ?? null,
      parentKnown: parent !== undefined,
      competentUnit: competentUnit ?? null,
    };
    const command = {
      type: 'RegisterOrganisation',
      organisation,
      profile,
      effectiveFrom: effectiveFrom ?? this.#today(),
      sameUscc: null,
      competentUnitKnown: await this.register.knowsCompetentUnit(profile.competentUnit, organisation),
      ...(contact === undefined
        ? {}
        : { contact: { subject: `contact:${organisation}`, content: { ...contact } } }),
    } as const;
    const claimed = await this.usccs.claim(organisation, uscc, command, call);
    return this.commands.create(organisations, organisation, claimed, call);
  }

  /** Entries that were or became otherwise, from a day on; never the competent unit. */
  @Post(':id/corrections')
  @Requires('correct', 'Organisation')
  async correct(@Param('id') id: string, @Body() dto: CorrectOrganisationDto, @Command() call: CommandCall) {
    const { reason, effectiveFrom } = dto;
    const changes = correctionsOf(dto);
    const command = { type: 'CorrectOrganisation', changes, reason, effectiveFrom, sameUscc: null } as const;
    if (changes.uscc === undefined) return this.commands.run(organisations, id, command, call);
    // The claim records a reservation: whoever may not correct the entry must not get so far.
    await this.commands.load(organisations, id, call);
    const claimed = await this.usccs.claim(id, changes.uscc, command, call);
    return this.commands.run(organisations, id, claimed, call);
  }

  /** A recorded act of the PDRC puts the organisation under another competent unit. */
  @Post(':id/competent-unit')
  @Requires('reassign', 'Organisation')
  async reassign(
    @Param('id') id: string,
    @Body() dto: ReassignCompetentUnitDto,
    @Command() call: CommandCall,
  ) {
    const { competentUnit, reason, documentNumber, effectiveFrom } = dto;
    return this.commands.run(
      organisations,
      id,
      {
        type: 'ReassignCompetentUnit',
        competentUnit,
        reason,
        documentNumber: documentNumber ?? null,
        competentUnitKnown: await this.register.knowsCompetentUnit(competentUnit, id),
        effectiveFrom: effectiveFrom ?? this.#today(),
      },
      call,
    );
  }

  /** Organisations by name, code, area, kind and competent unit. */
  @Get()
  @Requires('read', 'Organisation')
  async list(@Query() query: OrganisationsQueryDto) {
    const { search, uscc, area, kind, competentUnit, asOf, limit, cursor } = query;
    const page = await this.runtime.projections.view(organisationList).query({
      where: whereGiven({
        search: search === undefined ? undefined : { prefix: searchForm(search) },
        uscc,
        area,
        kind,
        competentUnit,
      }),
      sort: 'name',
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const day = asOf ?? this.#today();
    return { items: page.items.map(({ doc }) => shown(doc, day)), nextCursor: page.nextCursor, asOf: day };
  }

  /** One entry, on a day and with what was recorded by an instant. */
  @Get(':id')
  @Requires('read', 'Organisation')
  async show(
    @Param('id') id: string,
    @Query() { asOf, asOfRecorded }: OrganisationQueryDto,
    @Reading() call: QueryCall,
  ) {
    const { state, revision } = await this.commands.load(organisations, id, call);
    if (state.status === 'unknown') throw new NotVisible('Organisation');
    const day = asOf ?? this.#today();
    return new Representation(revision, { ...shown(state, day, asOfRecorded), asOf: day });
  }

  #today(): string {
    return dayOf(this.runtime.host.clock.now());
  }
}

function defaultId(call: CommandCall): string {
  return call.caller.role === 'pdrc-handler' ? newId(call) : call.caller.organisation;
}

function shown(state: RegisteredOrganisation, day: string, recordedUntil?: string) {
  const { organisation: id, registeredFrom, changes } = state;
  const profile = profileAsOf(state, day, recordedUntil);
  return { id, ...profile, registeredFrom, changes: changes.length };
}

/** A parent that is given is known; only given members count. */
function correctionsOf({ changes }: CorrectOrganisationDto): OrganisationCorrections {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return changes.parent === undefined || changes.parentKnown !== undefined
    ? given
    : { ...given, parentKnown: true };
}
