/** Caps on a DOCX package. Sizes in bytes; everything inside is counted while it streams, headers are not trusted. */
export interface PackageLimits {
  /** Size of the file itself. */
  readonly fileBytes: number;
  /** Files inside the package. */
  readonly entries: number;
  /** Uncompressed size of one file inside. */
  readonly entryBytes: number;
  /** Uncompressed size of one XML part; parts are parsed in memory, so this is lower. */
  readonly xmlPartBytes: number;
  /** Uncompressed size of all files inside together. */
  readonly totalBytes: number;
  /** Uncompressed over compressed size of one file inside, judged once it is larger than {@link ratioFromBytes}. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Wall time in milliseconds for reading one document. */
  readonly milliseconds: number;
  /** Heap of the reading thread, in MB. */
  readonly heapMegabytes: number;
}

const mebibyte = 1024 * 1024;

/** Room for a plan full of pictures; platform default. */
export const defaultPackageLimits: PackageLimits = {
  fileBytes: 20 * mebibyte,
  entries: 2_000,
  entryBytes: 64 * mebibyte,
  xmlPartBytes: 8 * mebibyte,
  totalBytes: 256 * mebibyte,
  ratio: 200,
  ratioFromBytes: 4 * mebibyte,
  milliseconds: 30_000,
  heapMegabytes: 320,
};
