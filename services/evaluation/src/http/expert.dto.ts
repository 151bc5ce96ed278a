import { AreNested, IfGiven, IsName, IsNested, IsParagraph } from '@iic/service-kit';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';

const expertId = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

export class TieDto {
  @IsString()
  @Length(1, 200)
  organisation!: string;

  /** `consultant`, `shareholder`, `joint-project`, `former-employee`, … */
  @IsString()
  @Length(1, 60)
  kind!: string;
}

/** What the rules need to know of an expert. What is left out cannot be checked and is reported so. */
export class ParticularsDto {
  @IsOptional()
  @IsString()
  @Length(1, 200)
  employer?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  employerParent?: string | null;

  @IsArray()
  @ArrayMaxSize(100)
  @AreNested(() => TieDto)
  ties: TieDto[] = [];

  /** Which of these were stated by the expert. */
  @IsArray()
  @ArrayMaxSize(3)
  @IsIn(['employer', 'employer-parent', 'ties'], { each: true })
  stated: string[] = [];

  /** Strategic fields. */
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  fields: string[] = [];

  /** `external`, `technical`, `finance`, `administrator`, … */
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  qualifications: string[] = [];
}

/** Name and contacts; stored encrypted, never in clear. */
export class PersonDto {
  @IsName()
  name!: string;

  @IfGiven()
  @IsString()
  @Length(3, 40)
  telephone?: string;

  @IfGiven()
  @IsString()
  @Length(3, 200)
  email?: string;
}

export class RegisterExpertDto {
  /** Subject id of the person, as in their access token; never a name. */
  @Matches(expertId, { message: '$property must be an identifier' })
  expertId!: string;

  @IsNested(() => ParticularsDto)
  particulars!: ParticularsDto;

  @IsNested(() => PersonDto)
  person!: PersonDto;
}

export class ReviseExpertDto {
  @IsNested(() => ParticularsDto)
  particulars!: ParticularsDto;

  @IsParagraph()
  reason!: string;

  @IfGiven()
  @IsNested(() => PersonDto)
  person?: PersonDto;
}
