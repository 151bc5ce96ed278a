import {
  IfGiven,
  IsArea,
  IsDay,
  IsId,
  IsInstant,
  IsName,
  IsNested,
  IsParagraph,
  IsUscc,
  IsWholeText,
  OrNull,
} from '@iic/service-kit';
import { IsBoolean, IsIn, IsString, Length } from 'class-validator';
import { organisationKinds } from '../../domain/organisation/state.ts';

/** Whom to ask about an entry; stored encrypted under the person's key. */
export class ContactDto {
  @IsName()
  name!: string;

  @IsString()
  @Length(3, 40)
  phone!: string;
}

/** A new entry of the register. */
export class RegisterOrganisationDto {
  /** The id its access tokens carry; left out: the caller's own organisation, for the PDRC a new id. */
  @IfGiven()
  @IsId()
  id?: string;

  @IsName()
  name!: string;

  @IsUscc()
  uscc!: string;

  @IsIn(organisationKinds)
  kind!: string;

  @IsArea()
  area!: string;

  /** `null`: it has none. Left out: nobody says. */
  @IfGiven()
  @OrNull()
  @IsId()
  parent?: string | null;

  /** The unit it answers to; left out for one that only takes part as a member. */
  @IfGiven()
  @OrNull()
  @IsId()
  competentUnit?: string | null;

  /** First day of the entry; today when left out. */
  @IfGiven()
  @IsDay()
  effectiveFrom?: string;

  @IfGiven()
  @IsNested(() => ContactDto)
  contact?: ContactDto;
}

/** Entries as they should be; what is left out stays. */
export class OrganisationChangesDto {
  @IfGiven()
  @IsName()
  name?: string;

  @IfGiven()
  @IsUscc()
  uscc?: string;

  @IfGiven()
  @IsIn(organisationKinds)
  kind?: string;

  @IfGiven()
  @IsArea()
  area?: string;

  @IfGiven()
  @OrNull()
  @IsId()
  parent?: string | null;

  @IfGiven()
  @IsBoolean()
  parentKnown?: boolean;
}

/** A correction of an entry from a day on. */
export class CorrectOrganisationDto {
  @IsNested(() => OrganisationChangesDto)
  changes!: OrganisationChangesDto;

  @IsParagraph()
  reason!: string;

  @IsDay()
  effectiveFrom!: string;
}

/** A recorded act of the PDRC. */
export class ReassignCompetentUnitDto {
  @IsId()
  competentUnit!: string;

  @IsParagraph()
  reason!: string;

  @IfGiven()
  @IsName()
  documentNumber?: string;

  /** First day under the new unit; today when left out. Of a case it holds at once. */
  @IfGiven()
  @IsDay()
  effectiveFrom?: string;
}

/** What to find in the register. */
export class OrganisationsQueryDto {
  /** Any part of a name. */
  @IfGiven()
  @IsString()
  @Length(1, 100)
  search?: string;

  @IfGiven()
  @IsUscc()
  uscc?: string;

  @IfGiven()
  @IsArea()
  area?: string;

  @IfGiven()
  @IsIn(organisationKinds)
  kind?: string;

  @IfGiven()
  @IsId()
  competentUnit?: string;

  /** On which day; today when left out. */
  @IfGiven()
  @IsDay()
  asOf?: string;

  @IsWholeText(1, 200)
  limit = 50;

  @IfGiven()
  @IsString()
  cursor?: string;

  /** A consistency token to wait for. */
  @IfGiven()
  @IsString()
  waitFor?: string;
}

/** At which point in time an entry is asked for. */
export class OrganisationQueryDto {
  /** On which day; today when left out. */
  @IfGiven()
  @IsDay()
  asOf?: string;

  /** With what was recorded by then; now when left out. */
  @IfGiven()
  @IsInstant()
  asOfRecorded?: string;
}
