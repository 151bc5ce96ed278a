import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { ZipFile } from 'yazl';

/** Files of a ZIP package by name, for tests that look inside a document; trusts the package. */
export async function packageFiles(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return files;
}

/** A ZIP package of these files. */
export async function packageOf(files: ReadonlyMap<string, Buffer>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of files) {
    // A fixed time, so that the same content makes the same file.
    zip.addBuffer(content, name, { mtime: new Date(0) });
  }
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

/** The package with some of its files replaced or added. */
export async function withFiles(
  bytes: Uint8Array,
  changes: Readonly<Record<string, string | Buffer | ((text: string) => string)>>,
): Promise<Uint8Array> {
  const files = await packageFiles(bytes);
  for (const [name, change] of Object.entries(changes)) {
    const content = typeof change === 'function' ? change(files.get(name)?.toString('utf8') ?? '') : change;
    files.set(name, Buffer.from(content));
  }
  return packageOf(files);
}

/** Plain text of a DOCX as printed, part by part: body, headers and footers; paragraphs end in `\n`. */
export async function documentText(bytes: Uint8Array): Promise<string> {
  const files = await packageFiles(bytes);
  return [...files]
    .filter(([name]) => /^word\/(?:document|header\d*|footer\d*)\.xml$/.test(name))
    .map(([, content]) => textOf(content.toString('utf8')))
    .join('\n');
}

function textOf(xml: string): string {
  return xml
    .replaceAll(/<w:tab\/>/g, '\t')
    .replaceAll(/<\/w:p>|<w:br\/>/g, '\n')
    .replaceAll(/<w:instrText[^>]*>[^<]*<\/w:instrText>/g, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
