import { IsDayOrInstant, IsInstant, IsWholeText } from '@iic/service-kit';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { decisionActions } from '../domain/decision/available-actions.ts';
import { reviewActions } from '../domain/review/available-actions.ts';

/** A page of a list. */
export class PageDto {
  @IsWholeText(1, 200)
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
  @IsDayOrInstant()
  from?: string;

  /** Begun before. */
  @IsOptional()
  @IsDayOrInstant()
  to?: string;

  /** `me`: only what waits for the caller. */
  @IsOptional()
  @IsIn(['me'])
  waitingFor?: 'me';
}

/** Which reviews to list. */
export class ReviewsQueryDto extends CaseWorkQueryDto {
  @IsOptional()
  @IsIn(Object.keys(reviewActions))
  status?: string;

  /** Strategic field. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  field?: string;
}

/** Which decisions to list. */
export class DecisionsQueryDto extends CaseWorkQueryDto {
  @IsOptional()
  @IsIn(Object.keys(decisionActions))
  status?: string;
}

/** How to read one review or decision. */
export class AsRecordedDto {
  /** As it was known at this instant, RFC 3339 in UTC with milliseconds. */
  @IsOptional()
  @IsInstant()
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
