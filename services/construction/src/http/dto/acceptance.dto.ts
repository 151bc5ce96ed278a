import { AreNested, IfGiven, IsCode, IsDay, IsHash, IsId, IsNested } from '@iic/service-kit';
import { ArrayMaxSize, IsArray, IsBoolean, IsEmail, IsString, Length, Matches } from 'class-validator';
import { FindingJustificationDto } from './adjustment.dto.ts';
import { MilestoneProgressDto } from './progress.dto.ts';

/** The center's registration as the licence proves it. */
export class RegisteredEntityDto {
  @IsString()
  @Length(1, 200)
  name!: string;

  @IsCode()
  legalForm!: string;

  @Matches(/^[0-9A-HJ-NPQRTUWXY]{18}$/, { message: '$property must be a unified social credit code' })
  uscc!: string;

  @IsBoolean()
  independent!: boolean;

  @Matches(/^[0-9A-Z-]{4,20}$/, { message: '$property must be an area code' })
  area!: string;

  @IsDay()
  registeredOn!: string;

  @IsHash()
  evidenceHash!: string;
}

/** The director; name and contacts are stored encrypted. */
export class DirectorDto {
  /** Subject id; the same person keeps it. */
  @IsId()
  subject!: string;

  @IsString()
  @Length(1, 100)
  name!: string;

  @IfGiven()
  @IsString()
  @Length(1, 40)
  phone?: string;

  @IfGiven()
  @IsEmail()
  email?: string;
}

export class RequestAcceptanceDto {
  @IsNested(() => RegisteredEntityDto)
  entity!: RegisteredEntityDto;

  @IsNested(() => DirectorDto)
  director!: DirectorDto;

  @IsHash()
  reportHash!: string;

  @IsArray()
  @ArrayMaxSize(200)
  @AreNested(() => MilestoneProgressDto)
  completion!: MilestoneProgressDto[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @AreNested(() => FindingJustificationDto)
  justifications?: FindingJustificationDto[];
}
