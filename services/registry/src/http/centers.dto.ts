import { Transform, Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

const dateOrInstant = {
  message: '$property must be a date (2026-03-01) or an instant (2026-03-01T00:00:00.000Z)',
};

/** At which point in time the register is asked. */
export class AsOfDto {
  /** About which day or instant; default now. */
  @IsOptional()
  @IsISO8601({ strict: true }, dateOrInstant)
  asOf?: string;

  /** With what was recorded by then; default now. */
  @IsOptional()
  @IsISO8601({ strict: true }, dateOrInstant)
  asOfRecorded?: string;

  /** A consistency token to wait for. */
  @IsOptional()
  @IsString()
  waitFor?: string;
}

/** What to find in the register. */
export class CentersQueryDto extends AsOfDto {
  /** Any part of the Chinese or English name. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  search?: string;

  /** Area code (GB/T 2260) of the place of registration; a prefecture finds its counties too. */
  @IsOptional()
  @Matches(/^[0-9A-Z-]{4,20}$/)
  area?: string;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  field?: string;

  @IsOptional()
  @IsIn(['designated'])
  status?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 20;

  @IsOptional()
  @IsString()
  cursor?: string;
}

/** The award of the plaque. */
export class AwardPlaqueDto {
  /** Day of the award. */
  @Matches(/^\d{4}-\d\d-\d\d$/)
  awardedOn!: string;
}

/** The legal person behind a center. */
export class EntityDto {
  @IsString()
  @Length(1, 200)
  name!: string;

  @IsString()
  @Length(1, 60)
  legalForm!: string;

  @Matches(/^[0-9A-HJ-NPQRTUWXY]{18}$/)
  uscc!: string;

  @IsIn([true, false])
  independent!: boolean;

  @Matches(/^[0-9A-Z-]{4,20}$/)
  area!: string;
}

/** What was registered wrongly, as it should have been. */
export class CorrectedFactsDto {
  @IsOptional()
  @IsString()
  @Length(1, 200)
  nameZh?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  nameEn?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  leadUnit?: string;

  @IsOptional()
  @Matches(/^[0-9A-Z-]{4,20}$/)
  area?: string;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  field?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => EntityDto)
  entity?: EntityDto;
}

/** A correction of the register. */
export class CorrectCenterDto {
  @ValidateNested()
  @Type(() => CorrectedFactsDto)
  facts!: CorrectedFactsDto;

  /** Day from which the facts should have been so. */
  @Matches(/^\d{4}-\d\d-\d\d$/)
  effectiveDate!: string;

  @IsString()
  @Length(5, 4000)
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  reason!: string;

  /** Hex SHA-256 of the document that proves what is right. */
  @Matches(/^[0-9a-f]{64}$/)
  evidenceHash!: string;
}
