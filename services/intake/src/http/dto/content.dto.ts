import {
  AreNested,
  IfGiven,
  IsArea,
  IsCode,
  IsFen,
  IsId,
  IsName,
  IsNested,
  IsParagraph,
  IsUscc,
  OrNull,
} from '@iic/service-kit';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  Matches,
  Max,
  Min,
} from 'class-validator';

/** The proposed names, complete and in the form of Art. 23. */
export class CenterNameDto {
  @IsName()
  zh!: string;

  @IsName()
  en!: string;
}

/** Where the center's entity is or will be registered. */
export class RegistrationDto {
  @IsArea()
  area!: string;

  @OrNull()
  @IsName()
  address: string | null = null;

  @IsIn(['planned', 'actual'])
  status!: string;
}

/** The center's own entity. */
export class EntityDto {
  @IsCode()
  legalForm!: string;

  @IsNested(() => RegistrationDto)
  registration!: RegistrationDto;

  @OrNull()
  @IsUscc()
  uscc: string | null = null;

  @OrNull()
  @IsId()
  hostingUnit: string | null = null;

  /** The undertaking to register within the province (Art. 6). */
  @IsBoolean()
  undertakesRegistration!: boolean;
}

/** An existing platform that the center integrates. */
export class PlatformDto {
  @IsName()
  name!: string;

  @IsCode()
  kind!: string;

  @IsIn(['national', 'provincial', 'other'])
  level!: string;

  @IsName()
  host!: string;
}

/** Investment from one source. */
export class InvestmentLineDto {
  @IsCode()
  source!: string;

  @OrNull()
  @IsId()
  organisation: string | null = null;

  @IsFen()
  amountFen!: string;
}

/** One step of the construction. */
export class MilestoneDto {
  @IsCode()
  id!: string;

  @IsName()
  title!: string;

  @IsInt()
  @Min(1)
  @Max(100)
  weight!: number;

  @IsInt()
  @Min(1)
  @Max(120)
  dueMonth!: number;
}

/** Length of the construction and its milestones, whose weights sum to 100. */
export class ConstructionDto {
  @IsInt()
  @Min(1)
  @Max(120)
  months!: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @AreNested(() => MilestoneDto)
  milestones!: MilestoneDto[];
}

/** Sections to change; what is left out stays. All are taken in, or none. */
export class EditApplicationDto {
  @IfGiven()
  @IsCode()
  field?: string;

  @IfGiven()
  @IsNested(() => CenterNameDto)
  name?: CenterNameDto;

  @IfGiven()
  @IsNested(() => EntityDto)
  entity?: EntityDto;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(100)
  @AreNested(() => PlatformDto)
  platforms?: PlatformDto[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(100)
  @AreNested(() => InvestmentLineDto)
  investment?: InvestmentLineDto[];

  @IfGiven()
  @IsNested(() => ConstructionDto)
  construction?: ConstructionDto;
}

/** What a member brings; who it is comes from the register. */
export class MemberDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsCode({ each: true })
  forms!: string[];

  @IsParagraph()
  contribution!: string;
}

/** A member confirms the forms of its contribution. */
export class ConfirmParticipationDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsCode({ each: true })
  forms!: string[];
}

/** Where a claim is proven. */
export class EvidenceDto {
  @IsIn(['chapter', 'attachment'])
  kind!: string;

  /** A chapter's key, or an attachment's SHA-256. */
  @Matches(/^[a-z0-9-]{1,64}$/, {
    message: '$property must be the key of a chapter or a SHA-256 in lower-case hex',
  })
  ref!: string;
}

/** What the lead unit states for a basic condition. */
export class ConditionDto {
  @IsParagraph()
  statement!: string;

  @IsArray()
  @ArrayMaxSize(50)
  @AreNested(() => EvidenceDto)
  evidence!: EvidenceDto[];
}

/** Why the lead unit asks to go on despite a finding. */
export class JustifyFindingDto {
  @IsParagraph()
  text!: string;
}
