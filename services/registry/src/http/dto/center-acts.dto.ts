import {
  IfGiven,
  IsArea,
  IsCode,
  IsDay,
  IsHash,
  IsId,
  IsName,
  IsNested,
  IsParagraph,
  IsUscc,
} from '@iic/service-kit';
import { IsBoolean } from 'class-validator';

export class AwardPlaqueDto {
  /** Day of the award. */
  @IsDay()
  awardedOn!: string;
}

export class CenterEntityDto {
  @IsName()
  name!: string;

  @IsCode()
  legalForm!: string;

  @IsUscc()
  uscc!: string;

  @IsBoolean()
  independent!: boolean;

  @IsArea()
  area!: string;
}

/** What should have been registered; what is left out was right. */
export class CorrectedFactsDto {
  @IfGiven()
  @IsName()
  nameZh?: string;

  @IfGiven()
  @IsName()
  nameEn?: string;

  @IfGiven()
  @IsId()
  leadUnit?: string;

  @IfGiven()
  @IsArea()
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
