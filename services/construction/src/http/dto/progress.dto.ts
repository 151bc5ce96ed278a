import { IsCode, IsFen, IsHash, IsParagraph, IsWhole } from '@iic/service-kit';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsDefined, Matches, ValidateNested } from 'class-validator';

/** How far a milestone is. */
export class MilestoneProgressDto {
  @IsCode()
  id!: string;

  @IsWhole(0, 100)
  percent!: number;
}

/** Money spent from a source in the period. */
export class SpendDto {
  @IsCode()
  source!: string;

  @IsFen()
  amountFen!: string;
}

export class StaffDto {
  @IsWhole(0, 1_000_000)
  total!: number;

  @IsWhole(0, 1_000_000)
  researchers!: number;
}

export class EquipmentDto {
  @IsWhole(0, 10_000_000)
  items!: number;

  @IsFen()
  valueFen!: string;
}

/** What was done in a period. */
export class ProgressContentDto {
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => MilestoneProgressDto)
  milestones!: MilestoneProgressDto[];

  @IsHash()
  narrativeHash!: string;

  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => SpendDto)
  spend!: SpendDto[];

  @IsDefined()
  @ValidateNested()
  @Type(() => StaffDto)
  staff!: StaffDto;

  @IsDefined()
  @ValidateNested()
  @Type(() => EquipmentDto)
  equipment!: EquipmentDto;

  @IsBoolean()
  buildAndRun!: boolean;
}

/** The report of a period. */
export class ReportProgressDto extends ProgressContentDto {
  /** For example `2026-H1`. */
  @Matches(/^\d{4}(-(H[12]|Q[1-4]|\d\d))?$/, { message: '$property must be a period such as 2026-H1' })
  period!: string;
}

/** Replaces the report of a period. */
export class CorrectProgressDto extends ProgressContentDto {
  @IsParagraph()
  reason!: string;
}
