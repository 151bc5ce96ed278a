import { AreNested, IfGiven, IsCode, IsFen, IsHash, IsNested, IsParagraph, IsWhole } from '@iic/service-kit';
import { ArrayMaxSize, IsArray, IsIn, IsString, Length } from 'class-validator';

export class FindingJustificationDto {
  /** Code of the finding. */
  @IsCode()
  finding!: string;

  @IsParagraph()
  text!: string;
}

export class PlannedMilestoneDto {
  @IsCode()
  id!: string;

  @IsParagraph()
  title!: string;

  /** Per cent of the whole. */
  @IsWhole(1, 100)
  weight!: number;

  /** Due at the end of this month of construction, from 1. */
  @IsWhole(1, 240)
  dueMonth!: number;
}

export class PlannedInvestmentDto {
  @IsCode()
  source!: string;

  @IsFen()
  amountFen!: string;
}

export class OtherChangeDto {
  @IsParagraph()
  description!: string;

  @IsHash()
  documentHash!: string;
}

/** What changes; what is left out stays as approved. */
export class AdjustmentChangesDto {
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(200)
  @AreNested(() => PlannedMilestoneDto)
  milestones?: PlannedMilestoneDto[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(100)
  @AreNested(() => PlannedInvestmentDto)
  investment?: PlannedInvestmentDto[];

  @IfGiven()
  @IsWhole(1, 120)
  extensionMonths?: number;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  members?: string[];

  @IfGiven()
  @IsNested(() => OtherChangeDto)
  content?: OtherChangeDto;
}

export class ProposeAdjustmentDto {
  @IsNested(() => AdjustmentChangesDto)
  changes!: AdjustmentChangesDto;

  @IsParagraph()
  reason!: string;

  /** Reasons for findings that need one. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @AreNested(() => FindingJustificationDto)
  justifications?: FindingJustificationDto[];
}

export class AdjustmentOpinionDto {
  @IsIn(['supports', 'objects'])
  opinion!: 'supports' | 'objects';

  @IsParagraph()
  text!: string;

  /** Hash of the unit's document, where there is one. */
  @IfGiven()
  @IsHash()
  documentHash?: string;
}

export class ProjectReasonDto {
  @IsParagraph()
  reason!: string;
}
