import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { DocumentProblem, isDocumentProblem } from '../document-problem.ts';
import type { PackageLimits } from './package-limits.ts';
import { decodeXml } from './xml-text.ts';

/** The parts of a package, checked: nothing is larger than allowed, no XML part declares a type or an entity. */
export interface PackageParts {
  /** Names of all files in the package. */
  readonly names: readonly string[];
  /** Text of the XML parts (`.xml`, `.rels`) by name, without XML declaration. */
  readonly xml: ReadonlyMap<string, string>;
}

const wholePackage = 'ZIP';

/** Streams every file of a package past the limits and keeps the XML parts. */
export async function readPackage(bytes: Uint8Array, limits: PackageLimits): Promise<PackageParts> {
  const zip = await orDamaged(wholePackage, () =>
    yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      autoClose: false,
      // Counted here, so that a lying header gives the same answer as an honest one.
      validateEntrySizes: false,
    }),
  );
  return new PackageReader(zip, limits).read();
}

class PackageReader {
  private readonly names = new Set<string>();
  private readonly xml = new Map<string, string>();
  private total = 0;
  private readonly zip: ZipFile;
  private readonly limits: PackageLimits;

  constructor(zip: ZipFile, limits: PackageLimits) {
    this.zip = zip;
    this.limits = limits;
  }

  async read(): Promise<PackageParts> {
    await orDamaged(wholePackage, async () => {
      for await (const entry of this.zip.eachEntry()) {
        await this.take(entry);
      }
    });
    return { names: [...this.names.keys()], xml: this.xml };
  }

  private async take(entry: Entry): Promise<void> {
    this.register(entry);
    const name = entry.fileName;
    const isXml = /\.(?:xml|rels)$/i.test(name);
    const content = await orDamaged(name, () => this.stream(entry, isXml));
    if (isXml) {
      this.xml.set(name, decodeXml(name, content));
    }
  }

  private register(entry: Entry): void {
    if (entry.isEncrypted()) {
      throw new DocumentProblem('docx-legacy-or-encrypted');
    }
    const name = entry.fileName;
    // OPC part names are equal without regard to case; two of a name would let readers see different documents.
    if ([...this.names].some((known) => known.toLowerCase() === name.toLowerCase())) {
      throw new DocumentProblem('docx-damaged', { part: name });
    }
    this.names.add(name);
    if (this.names.size > this.limits.entries) {
      throw tooLarge('entries', name);
    }
  }

  private async stream(entry: Entry, keep: boolean): Promise<Buffer> {
    const kept: Buffer[] = [];
    let size = 0;
    let checksum = 0;
    for await (const chunk of await this.zip.openReadStreamPromise(entry)) {
      const bytes: Buffer = chunk;
      size += bytes.length;
      this.total += bytes.length;
      this.checkSize(entry, size, keep);
      checksum = crc32(bytes, checksum);
      if (keep) {
        kept.push(bytes);
      }
    }
    if (size !== entry.uncompressedSize || checksum !== entry.crc32) {
      throw new DocumentProblem('docx-damaged', { part: entry.fileName });
    }
    return Buffer.concat(kept);
  }

  private checkSize(entry: Entry, size: number, isXml: boolean): void {
    const { limits } = this;
    if (size > (isXml ? limits.xmlPartBytes : limits.entryBytes)) {
      throw tooLarge('part', entry.fileName);
    }
    if (this.total > limits.totalBytes) {
      throw tooLarge('total', entry.fileName);
    }
    if (size > limits.ratioFromBytes && size > entry.compressedSize * limits.ratio) {
      throw tooLarge('ratio', entry.fileName);
    }
  }
}

function tooLarge(reason: string, part: string): DocumentProblem {
  return new DocumentProblem('docx-too-large-inside', { reason, part });
}

async function orDamaged<Result>(part: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    throw isDocumentProblem(error) ? error : asProblem(error, part);
  }
}

/** yauzl tells its errors apart by message only; the texts are those of the pinned version. */
function asProblem(error: unknown, part: string): DocumentProblem {
  const message = error instanceof Error ? error.message : '';
  const unsafeName = /^(?:absolute path|invalid relative path|invalid characters in fileName): (.*)$/s.exec(
    message,
  );
  if (unsafeName) {
    return new DocumentProblem('docx-unsafe-name', { part: (unsafeName[1] ?? '').slice(0, 100) });
  }
  return message.includes('encrypt')
    ? new DocumentProblem('docx-legacy-or-encrypted')
    : new DocumentProblem('docx-damaged', { part });
}
