import { AreNested, IsCode, IsFen, IsHash, IsNested, IsParagraph, IsWhole } from '@iic/service-kit';
import { ArrayMaxSize, IsArray, IsBoolean, Matches } from 'class-validator';

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
  @AreNested(() => MilestoneProgressDto)
  milestones!: MilestoneProgressDto[];

  @IsHash()
  narrativeHash!: string;

  @IsArray()
  @ArrayMaxSize(100)
  @AreNested(() => SpendDto)
  spend!: SpendDto[];

  @IsNested(() => StaffDto)
  staff!: StaffDto;

  @IsNested(() => EquipmentDto)
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
