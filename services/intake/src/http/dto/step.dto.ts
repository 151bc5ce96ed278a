import { AreNested, IfGiven, IsCode, IsHash, IsName, IsParagraph } from '@iic/service-kit';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn } from 'class-validator';

/** A point to be mended. */
export class PointDto {
  /** The chapter, field or attachment kind meant, or `general`. */
  @IsCode()
  subject!: string;

  @IsParagraph()
  text!: string;
}

/** The competent unit's preliminary review (Art. 15). */
export class PreliminaryReviewDto {
  @IsIn(['passed', 'returned', 'rejected'])
  outcome!: 'passed' | 'returned' | 'rejected';

  /** With `passed`: the opinion sent along. */
  @IfGiven()
  @IsParagraph()
  opinion?: string;

  /** With `passed`: number of the transmittal, if it has one already. */
  @IfGiven()
  @IsName()
  documentNumber?: string;

  /** With `returned`: what must be mended. */
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @AreNested(() => PointDto)
  points?: PointDto[];

  /** With `rejected`: why. */
  @IfGiven()
  @IsParagraph()
  reasons?: string;
}

/** The competent unit's letter. */
export class TransmittalDto {
  @IsName()
  documentNumber!: string;

  @IsParagraph()
  opinion!: string;

  /** SHA-256 of the letter, where it is on file. */
  @IfGiven()
  @IsHash()
  document?: string;
}

/** The PDRC's formality check. */
export class FormalityCheckDto {
  @IsIn(['accepted', 'returned', 'refused'])
  outcome!: 'accepted' | 'returned' | 'refused';

  /** With `returned`: what must be mended. */
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @AreNested(() => PointDto)
  points?: PointDto[];

  /** With `refused`: why. */
  @IfGiven()
  @IsParagraph()
  reasons?: string;

  /** With `refused`: the article it rests on, such as `Art. 12`. */
  @IfGiven()
  @IsName()
  ground?: string;
}

/** Why an application is taken back. */
export class WithdrawalDto {
  @IsParagraph()
  reason!: string;
}

/** What is to be revised after the review. */
export class RevisionRequestDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @AreNested(() => PointDto)
  points!: PointDto[];
}
