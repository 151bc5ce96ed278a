import {
  AreNested,
  IfGiven,
  IsArea,
  IsCode,
  IsDay,
  IsHash,
  IsId,
  IsName,
  IsNested,
  IsUscc,
} from '@iic/service-kit';
import { ArrayMaxSize, IsArray, IsBoolean, IsEmail, IsString, Length } from 'class-validator';
import { FindingJustificationDto } from './adjustment.dto.ts';
import { MilestoneProgressDto } from './progress.dto.ts';

/** The center's registration as the licence proves it. */
export class RegisteredEntityDto {
  @IsName()
  name!: string;

  @IsCode()
  legalForm!: string;

  @IsUscc()
  uscc!: string;

  @IsBoolean()
  independent!: boolean;

  @IsArea()
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

  @IsName()
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
