import { IfGiven, IsCode, IsDay, IsId, IsInstant, IsWholeText } from '@iic/service-kit';
import { IsIn, IsString, Length } from 'class-validator';
import { availableActs } from '../../domain/project/available-acts.ts';

/** Which projects to list. */
export class ProjectsQueryDto {
  @IfGiven()
  @IsIn(Object.keys(availableActs))
  status?: string;

  @IfGiven()
  @IsId()
  leadUnit?: string;

  @IfGiven()
  @IsId()
  competentUnit?: string;

  @IfGiven()
  @IsCode()
  field?: string;

  /** Part of the Chinese or English name. */
  @IfGiven()
  @IsString()
  @Length(1, 200)
  search?: string;

  /** Only what waits for the caller. */
  @IfGiven()
  @IsIn(['me'])
  waitingFor?: 'me';

  /** Only what is due on or before this day. */
  @IfGiven()
  @IsDay()
  dueBy?: string;

  /** Only projects approved on or after this day. */
  @IfGiven()
  @IsDay()
  approvedFrom?: string;

  @IfGiven()
  @IsIn(['changed', 'until'])
  sort: 'changed' | 'until' = 'changed';

  @IfGiven()
  @IsWholeText(1, 200)
  limit = 50;

  @IfGiven()
  @IsString()
  @Length(1, 2_000)
  cursor?: string;

  /** A consistency token to wait for. */
  @IfGiven()
  @IsString()
  waitFor?: string;
}

/** How to read one project. */
export class ProjectQueryDto {
  /** As it was known at this instant, RFC 3339 in UTC with milliseconds. */
  @IfGiven()
  @IsInstant()
  asOfRecorded?: string;

  /** A consistency token to wait for. */
  @IfGiven()
  @IsString()
  waitFor?: string;
}
