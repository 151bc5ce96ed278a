import { AreNested, IfGiven, IsDay, IsHash, IsName, IsParagraph, OrNull } from '@iic/service-kit';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsString,
  Length,
  Max,
  Min,
} from 'class-validator';

/** A reason in words. */
export class ReasonDto {
  @IsParagraph()
  reason!: string;
}

export class CommitSeedDto {
  /** SHA-256 of the lines `iic-draw-seed/1`, review id, attempt, your subject id, seed. */
  @IsHash()
  commitment!: string;
}

export class OpenSeedDto {
  /** 32 random bytes in lower-case hex. */
  @IsHash()
  seed!: string;
}

export class FreezePoolDto {
  /** Expert ids; left out: every available expert of the register. */
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsString({ each: true })
  experts?: string[];
}

export class AcceptInvitationDto {
  /** The member declares that no conflict of interest is known. */
  @IsBoolean()
  noConflict!: boolean;
}

export class RefuseInvitationDto extends ReasonDto {
  /** About persons; stored encrypted. */
  @IfGiven()
  @IsString()
  @Length(1, 2000)
  remark?: string;
}

export class DeclareConflictDto {
  /** Organisation the conflict is about, where there is one. */
  @IfGiven()
  @OrNull()
  @IsString()
  @Length(1, 200)
  organisation?: string | null;

  /** About persons; stored encrypted. */
  @IfGiven()
  @IsString()
  @Length(1, 2000)
  remark?: string;
}

export class ReportConflictDto extends DeclareConflictDto {
  @IsString()
  @Length(1, 200)
  expertId!: string;
}

export class ExcuseMemberDto extends ReasonDto {
  @IsString()
  @Length(1, 200)
  expertId!: string;
}

export class SiteVisitDto {
  @IsDay()
  visitedOn!: string;

  @IsName()
  place!: string;

  /** Expert ids of those who went. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsString({ each: true })
  participants!: string[];

  /** Hex SHA-256 of the visit report. */
  @IsHash()
  reportHash!: string;
}

export class CriterionScoreDto {
  @IsString()
  @Length(1, 60)
  criterion!: string;

  @IsInt()
  @Min(0)
  @Max(1000)
  points!: number;
}

export class ScoresheetDto {
  @IsArray()
  @ArrayMaxSize(100)
  @AreNested(() => CriterionScoreDto)
  scores!: CriterionScoreDto[];
}

export class RevisedScoresheetDto extends ScoresheetDto {
  @IsParagraph()
  reason!: string;
}

export class PanelOpinionDto {
  /** Hex SHA-256 of the opinion's text. */
  @IsHash()
  opinionHash!: string;

  @IsString()
  @Length(1, 60)
  recommendation!: string;

  /** Needed where the recommendation is not what the scores suggest. */
  @IfGiven()
  @IsParagraph()
  justification?: string;
}

export class SignOpinionDto {
  /** The opinion you have read. */
  @IsHash()
  opinionHash!: string;

  @IsBoolean()
  dissents = false;

  /** About persons, or the dissent's own words; stored encrypted. */
  @IfGiven()
  @IsParagraph()
  remark?: string;
}
