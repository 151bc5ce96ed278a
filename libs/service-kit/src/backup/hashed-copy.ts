import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a file holds. */
export interface Content {
  readonly size: number;
  readonly sha256: string;
}

/** Reads a file to its end. */
export async function contentOf(file: string): Promise<Content> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece);
  return { size: (await stat(file)).size, sha256: hash.digest('hex') };
}

/** Copies a file to a new one, readable by its owner only; resolves when it is on the disk. */
export async function copyHashed(source: string, target: string): Promise<Content> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const file = await open(target, 'wx', 0o600);
  try {
    for await (const piece of createReadStream(source)) {
      hash.update(piece);
      await file.writeFile(piece);
    }
    await file.sync();
    return { size: (await file.stat()).size, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
}
