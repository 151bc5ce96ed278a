import { AreNested, IfGiven, IsDay, IsDayOrInstant, IsHash, IsNested, IsParagraph } from '@iic/service-kit';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsString, Length, Max, Min } from 'class-validator';

export class RequestOpinionDto {
  /** Organisation id of the department. */
  @IsString()
  @Length(1, 200)
  department!: string;

  @IsParagraph()
  question!: string;
}

export class DepartmentOpinionDto {
  /** `agree`, `agree-with-remarks` or `disagree`. */
  @IsString()
  @Length(1, 60)
  position!: string;

  @IsParagraph()
  text!: string;

  /** Hex SHA-256 of the department's paper. */
  @IfGiven()
  @IsHash()
  documentHash?: string;
}

export class ConditionsDto {
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(120)
  rectificationMonths?: number;

  /** Until the end of a day in China, or until an instant. */
  @IfGiven()
  @IsDayOrInstant()
  newDueAt?: string;

  @IfGiven()
  @IsDay()
  effectiveDate?: string;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 4000, { each: true })
  requirements?: string[];
}

export class JustificationDto {
  /** The rule that is relied on though it does not stand in the guideline's text. */
  @IsString()
  @Length(1, 100)
  rule!: string;

  @IsParagraph()
  justification!: string;
}

export class PrepareDecisionDto {
  /** One of the outcomes the policy pack allows for this kind of decision. */
  @IsString()
  @Length(1, 60)
  outcome!: string;

  @IsParagraph()
  reasons!: string;

  /** The version of the subject you have read; another one is refused. */
  @IfGiven()
  @IsHash()
  subjectHash?: string;

  /** Default: the article of this kind of decision. */
  @IfGiven()
  @IsString()
  @Length(1, 100)
  article?: string;

  @IfGiven()
  @IsNested(() => ConditionsDto)
  conditions?: ConditionsDto;

  @IsArray()
  @ArrayMaxSize(50)
  @AreNested(() => JustificationDto)
  justifications: JustificationDto[] = [];

  /** A recorded ranking; left out: a round of one. */
  @IfGiven()
  @IsString()
  @Length(1, 200)
  meritRound?: string;
}

export class ReturnPreparationDto {
  @IsInt()
  @Min(1)
  preparation!: number;

  @IsParagraph()
  reason!: string;
}

export class ApproveDecisionDto {
  /** The preparation you have read. */
  @IsInt()
  @Min(1)
  preparation!: number;

  /** The version of the subject you have read. */
  @IsHash()
  subjectHash!: string;
}

export class ChangeBasisDto {
  @IsIn(['own-motion', 'reconsideration', 'court'])
  kind!: string;

  /** Number of the ruling or of the reconsideration decision. */
  @IfGiven()
  @IsString()
  @Length(1, 200)
  reference?: string;
}

export class ProposeChangeDto {
  /** `correct`, `amend`, `suspend`, `resume` or `annul` a decision that was taken. */
  @IsIn(['correct', 'amend', 'suspend', 'resume', 'annul'])
  act!: 'correct' | 'amend' | 'suspend' | 'resume' | 'annul';

  @IsNested(() => ChangeBasisDto)
  basis!: ChangeBasisDto;

  @IsParagraph()
  reason!: string;

  /** For a correction: the article as it should read. */
  @IfGiven()
  @IsString()
  @Length(1, 100)
  article?: string;

  /** For a correction: the reasons as they should read. */
  @IfGiven()
  @IsParagraph()
  reasons?: string;

  /** For an amendment: the conditions that hold from now on. */
  @IfGiven()
  @IsNested(() => ConditionsDto)
  conditions?: ConditionsDto;
}

export class ReturnChangeDto {
  @IsInt()
  @Min(1)
  change!: number;

  @IsParagraph()
  reason!: string;
}

export class ApproveChangeDto {
  @IsInt()
  @Min(1)
  change!: number;
}
