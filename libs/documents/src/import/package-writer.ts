import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/**
 * Writes checked XML parts into a new, uncompressed package. The next reader thereby sees exactly what was checked,
 * whatever its own way of finding entries in a ZIP file.
 */
export async function writePackage(xml: ReadonlyMap<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of xml) {
    zip.addBuffer(Buffer.from(text, 'utf8'), name, { compress: false });
  }
  zip.end();
  return buffer(zip.outputStream);
}
