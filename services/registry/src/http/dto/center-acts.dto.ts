import { IfGiven, IsCode, IsDay, IsHash, IsId, IsNested, IsParagraph } from '@iic/service-kit';
import { IsBoolean, IsString, Length, Matches } from 'class-validator';

export class AwardPlaqueDto {
  /** Day of the award. */
  @IsDay()
  awardedOn!: string;
}

export class CenterEntityDto {
  @IsString()
  @Length(1, 200)
  name!: string;

  @IsCode()
  legalForm!: string;

  @Matches(/^[0-9A-HJ-NPQRTUWXY]{18}$/, { message: '$property must be a unified social credit code' })
  uscc!: string;

  @IsBoolean()
  independent!: boolean;

  @Matches(/^[0-9A-Z-]{4,20}$/, { message: '$property must be an area code' })
  area!: string;
}

/** What should have been registered; what is left out was right. */
export class CorrectedFactsDto {
  @IfGiven()
  @IsString()
  @Length(1, 200)
  nameZh?: string;

  @IfGiven()
  @IsString()
  @Length(1, 200)
  nameEn?: string;

  @IfGiven()
  @IsId()
  leadUnit?: string;

  @IfGiven()
  @Matches(/^[0-9A-Z-]{4,20}$/, { message: '$property must be an area code' })
  area?: string;

  @IfGiven()
  @IsCode()
  field?: string;

  @IfGiven()
  @IsNested(() => CenterEntityDto)
  entity?: CenterEntityDto;

  /** Subject id of the director. */
  @IfGiven()
  @IsId()
  director?: string;
}

export class CorrectCenterDto {
  @IsNested(() => CorrectedFactsDto)
  facts!: CorrectedFactsDto;

  /** Day from which the facts should have been as now stated. */
  @IsDay()
  effectiveDate!: string;

  @IsParagraph()
  reason!: string;

  /** Hash of the document that proves what is right. */
  @IsHash()
  evidenceHash!: string;
}
