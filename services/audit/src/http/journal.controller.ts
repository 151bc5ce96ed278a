import { Requires } from '@iic/service-kit';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { JournalArchive } from '../read-model/journal-archive.ts';

/** Which part of a journal to read. */
export class JournalPageDto {
  /** Records after this seq; 0 from the beginning. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @IsOptional()
  after = 0;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  @IsOptional()
  limit = 100;

  /** A consistency token to wait for. */
  @IsOptional()
  waitFor?: string;
}

/** The archived journals, byte for byte, for auditors who recompute them without trusting this platform. */
@Controller('journals')
export class JournalController {
  constructor(private readonly archive: JournalArchive) {}

  /** Every archived source and how far it reaches. */
  @Get()
  @Requires('read', 'Journal')
  sources() {
    return { sources: this.archive.progress() };
  }

  /** Records of one source: base64 of the exact bytes, and the leaf hash SHA-256(0x00 ‖ bytes) as hex. */
  @Get(':source')
  @Requires('read', 'Journal')
  page(@Param('source') source: string, @Query() { after, limit }: JournalPageDto) {
    const records = this.archive.page(source, after, limit).map(({ seq, bytes, leaf }) => ({
      seq,
      bytes: Buffer.from(bytes).toString('base64'),
      leaf: Buffer.from(leaf).toString('hex'),
    }));
    return { source, records, next: records.length < limit ? null : (records.at(-1)?.seq ?? null) };
  }
}
