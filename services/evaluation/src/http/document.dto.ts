import { AreNested, IfGiven, IsDay, IsHash, IsName, IsParagraph } from '@iic/service-kit';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsString, Length, Max, Min } from 'class-validator';

export class IssueDocumentDto {
  /** `reply` 批复, `notice` 通知, `announcement` 公告 or `public-notice` 公示. */
  @IsString()
  @Length(1, 60)
  form!: string;

  /** 机关代字, for example 吉发改高技. */
  @IsString()
  @Length(1, 50)
  agencyCode!: string;

  @IsInt()
  @Min(1949)
  @Max(9999)
  year!: number;

  @IsInt()
  @Min(1)
  serial!: number;

  @IsName()
  title!: string;

  @IsDay()
  issuedOn!: string;

  /** Organisation it goes to. */
  @IfGiven()
  @IsString()
  @Length(1, 200)
  addressee?: string;

  /** Decisions it carries. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsString({ each: true })
  decisions!: string[];

  /** Hex SHA-256 of the signed document. */
  @IfGiven()
  @IsHash()
  contentHash?: string;
}

export class MeritEntryDto {
  @IsString()
  @Length(1, 200)
  reviewId!: string;

  @IsInt()
  @Min(1)
  rank!: number;
}

export class RankRoundDto {
  @IsString()
  @Length(1, 60)
  kind!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @AreNested(() => MeritEntryDto)
  entries!: MeritEntryDto[];

  @IsParagraph()
  reasons!: string;
}
