import {
  IfGiven,
  IsArea,
  IsCode,
  IsDay,
  IsHash,
  IsId,
  IsInstant,
  IsName,
  IsWholeText,
} from '@iic/service-kit';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import { statuses } from '../../domain/application/state.ts';

/** A new draft. The lead unit's entry and competent unit come from the register. */
export class DraftApplicationDto {
  /** Province whose rules hold; left out: the lead unit's. */
  @IfGiven()
  @IsArea()
  province?: string;

  /** An earlier case of the lead unit to take field, name, entity, members, means and milestones over from. */
  @IfGiven()
  @IsId()
  prefillFrom?: string;
}

/** What to find. */
export class ApplicationsQueryDto {
  @IfGiven()
  @IsIn(statuses)
  status?: string;

  /** Lead unit or competent unit. */
  @IfGiven()
  @IsId()
  unit?: string;

  @IfGiven()
  @IsCode()
  field?: string;

  /** Any part of the proposed name or the lead unit's name. */
  @IfGiven()
  @IsString()
  @Length(1, 100)
  search?: string;

  /** Changed status on or after this day. */
  @IfGiven()
  @IsDay()
  from?: string;

  /** Changed status on or before this day. */
  @IfGiven()
  @IsDay()
  to?: string;

  /** Only cases that wait for the caller. */
  @IfGiven()
  @IsIn(['me'])
  waitingFor?: 'me';

  /** Newest change first, or what is due first. */
  @IfGiven()
  @IsIn(['recent', 'due'])
  sort: 'recent' | 'due' = 'recent';

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

/** At which point in time a case is asked for. */
export class ApplicationQueryDto {
  /** As it was recorded by this instant. */
  @IfGiven()
  @IsInstant()
  asOfRecorded?: string;

  /** A consistency token to wait for. */
  @IfGiven()
  @IsString()
  waitFor?: string;
}

/** Which version is meant; the last when left out. */
export class VersionQueryDto {
  @IfGiven()
  @IsWholeText(1)
  version?: number;
}

/** Which versions to compare. */
export class ComparisonQueryDto {
  @IsWholeText(1)
  from!: number;

  @IsWholeText(1)
  to!: number;
}

/** The text of a chapter. */
export class ChapterDto {
  @IsString()
  @Length(1, 1_000_000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what no chapter may hold
  @Matches(/^[^\x00-\x08\x0b\x0c\x0e-\x1f]*$/, { message: '$property must not hold control characters' })
  text!: string;
}

/** A person to ask; stored encrypted under the person's key. */
export class CaseContactDto {
  @IsName()
  name!: string;

  @IsString()
  @Length(3, 40)
  phone!: string;

  @IfGiven()
  @IsName()
  title?: string;
}

/** The signer answers for the truth of exactly the content with this hash. */
export class CommitmentDto {
  @IsHash()
  manifestHash!: string;

  /** Says that the plan and its attachments are true. */
  @IsIn([true])
  truthful!: true;
}

/** Submits; with a commitment to sign and submit in one step. */
export class SubmitDto {
  @IfGiven()
  @IsHash()
  manifestHash?: string;

  @IfGiven()
  @IsIn([true])
  truthful?: true;
}
