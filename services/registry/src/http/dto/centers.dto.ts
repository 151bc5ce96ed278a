import { IfGiven, IsCode, IsDayOrInstant, IsId, IsWholeText } from '@iic/service-kit';
import { IsIn, IsString, Length } from 'class-validator';
import { availableActs } from '../../domain/center/available-acts.ts';

const statuses = Object.keys(availableActs).filter((status) => status !== 'not-designated');

/** About which day, and as it was known when: days as YYYY-MM-DD, or instants in UTC with milliseconds. */
export class AsOfDto {
  /** The day or instant the answer is about; today when left out. */
  @IfGiven()
  @IsDayOrInstant()
  asOf?: string;

  /** With what was recorded by the end of this day, or by this instant; with everything when left out. */
  @IfGiven()
  @IsDayOrInstant()
  asOfRecorded?: string;

  /** A consistency token to wait for. */
  @IfGiven()
  @IsString()
  waitFor?: string;
}

/** Which centers of the register to show. */
export class RegisterQueryDto extends AsOfDto {
  /** Part of the Chinese or English name. */
  @IfGiven()
  @IsString()
  @Length(1, 200)
  search?: string;

  /** Area code; a prefecture finds its counties too. */
  @IfGiven()
  @IsCode()
  area?: string;

  /** Code of the strategic field. */
  @IfGiven()
  @IsCode()
  field?: string;

  @IfGiven()
  @IsIn(statuses)
  status?: string;

  @IfGiven()
  @IsWholeText(1, 200)
  limit = 50;

  @IfGiven()
  @IsString()
  @Length(1, 2_000)
  cursor?: string;
}

/** Which entries to list for those who work with them. */
export class EntriesQueryDto {
  @IfGiven()
  @IsIn(statuses)
  status?: string;

  @IfGiven()
  @IsIn(['unnumbered', 'numbered', 'awarded'])
  plaque?: string;

  @IfGiven()
  @IsId()
  leadUnit?: string;

  @IfGiven()
  @IsId()
  competentUnit?: string;

  @IfGiven()
  @IsCode()
  area?: string;

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

/** How to read one entry. */
export class EntryQueryDto {
  /** A consistency token to wait for. */
  @IfGiven()
  @IsString()
  waitFor?: string;
}
