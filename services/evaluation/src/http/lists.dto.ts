import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

/** A page of a list. */
export class PageDto {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 20;

  /** `nextCursor` of the page before. */
  @IsOptional()
  @IsString()
  cursor?: string;

  /** A consistency token to wait for. */
  @IsOptional()
  @IsString()
  waitFor?: string;
}

/** What reviews or decisions to list. */
export class CaseWorkQueryDto extends PageDto {
  @IsOptional()
  @IsString()
  @Length(1, 40)
  status?: string;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  kind?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  caseId?: string;

  /** Organisation id of the competent unit. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  unit?: string;

  /** Begun at or after. */
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  /** Begun before. */
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;

  /** `me`: only what waits for the caller. */
  @IsOptional()
  @IsIn(['me'])
  waitingFor?: 'me';
}

/** Which reviews to list. */
export class ReviewsQueryDto extends CaseWorkQueryDto {
  /** Strategic field. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  field?: string;
}

/** How to read one review or decision. */
export class AsRecordedDto {
  /** As it was known at this instant, RFC 3339 in UTC with milliseconds. */
  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  asOfRecorded?: string;

  /** A consistency token to wait for. */
  @IsOptional()
  @IsString()
  waitFor?: string;
}

/** Which experts to list. */
export class ExpertsQueryDto extends PageDto {
  @IsOptional()
  @IsIn(['available', 'suspended'])
  status?: string;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  field?: string;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  qualification?: string;
}
