import { IfGiven, IsWholeText, Requires } from '@iic/service-kit';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { JournalArchive } from '../read-model/journal-archive.ts';

/** Which part of a journal to read. */
export class JournalPageDto {
  /** Records after this seq; 0 from the beginning. */
  @IsWholeText(0)
  @IfGiven()
  after = 0;

  @IsWholeText(1, 1000)
  @IfGiven()
  limit = 100;

  /** A consistency token to wait for. */
  @IfGiven()
  waitFor?: string;
}

/** The archived journals, byte for byte, for auditors who recompute them without trusting this platform. */
@Controller('journals')
export class JournalController {
  constructor(private readonly archive: JournalArchive) {}

  /** Every archived source, how far it reaches, and the ranges that were missing when a later record came. */
  @Get()
  @Requires('read', 'Journal')
  sources() {
    return { sources: this.archive.progress() };
  }

  /**
   * Records of one source: base64 of the exact bytes, the leaf hash SHA-256(0x00 ‖ bytes) as hex as the source
   * claims it, and the kind of incident where the record is disputed. Records of one seq stay on one page.
   */
  @Get(':source')
  @Requires('read', 'Journal')
  page(@Param('source') source: string, @Query() { after, limit }: JournalPageDto) {
    const page = this.archive.page(source, after, limit);
    const records = page.records.map(({ seq, bytes, leaf, disputed }) => ({
      seq,
      disputed,
      bytes: Buffer.from(bytes).toString('base64'),
      leaf: Buffer.from(leaf).toString('hex'),
    }));
    return { source, records, next: page.next };
  }
}
