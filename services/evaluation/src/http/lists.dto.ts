import { IfGiven, IsDayOrInstant, IsInstant, IsWholeText } from '@iic/service-kit';
import { IsIn, IsString, Length } from 'class-validator';
import { decisionActions } from '../domain/decision/available-actions.ts';
import { reviewActions } from '../domain/review/available-actions.ts';

/** A page of a list. */
export class PageDto {
  @IsWholeText(1, 200)
  limit = 20;

  /** `nextCursor` of the page before. */
  @IfGiven()
  @IsString()
  cursor?: string;

  /** A consistency token to wait for. */
  @IfGiven()
  @IsString()
  waitFor?: string;
}

/** What reviews or decisions to list. */
export class CaseWorkQueryDto extends PageDto {
  @IfGiven()
  @IsString()
  @Length(1, 60)
  kind?: string;

  @IfGiven()
  @IsString()
  @Length(1, 200)
  caseId?: string;

  /** Organisation id of the competent unit. */
  @IfGiven()
  @IsString()
  @Length(1, 200)
  unit?: string;

  /** Begun at or after. */
  @IfGiven()
  @IsDayOrInstant()
  from?: string;

  /** Begun before. */
  @IfGiven()
  @IsDayOrInstant()
  to?: string;

  /** `me`: only what waits for the caller. */
  @IfGiven()
  @IsIn(['me'])
  waitingFor?: 'me';
}

/** Which reviews to list. */
export class ReviewsQueryDto extends CaseWorkQueryDto {
  @IfGiven()
  @IsIn(Object.keys(reviewActions))
  status?: string;

  /** Strategic field. */
  @IfGiven()
  @IsString()
  @Length(1, 60)
  field?: string;
}

/** Which decisions to list. */
export class DecisionsQueryDto extends CaseWorkQueryDto {
  @IfGiven()
  @IsIn(Object.keys(decisionActions))
  status?: string;
}

/** How to read one review or decision. */
export class AsRecordedDto {
  /** As it was known at this instant, RFC 3339 in UTC with milliseconds. */
  @IfGiven()
  @IsInstant()
  asOfRecorded?: string;

  /** A consistency token to wait for. */
  @IfGiven()
  @IsString()
  waitFor?: string;
}

/** Which experts to list. */
export class ExpertsQueryDto extends PageDto {
  @IfGiven()
  @IsIn(['available', 'suspended'])
  status?: string;

  @IfGiven()
  @IsString()
  @Length(1, 60)
  field?: string;

  @IfGiven()
  @IsString()
  @Length(1, 60)
  qualification?: string;
}
