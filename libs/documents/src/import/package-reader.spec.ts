import { packageFiles, packageOf, withFiles } from '../testing/package-files.ts';
import { sampleFormationPlan } from '../testing/sample-formation-plan.ts';
import { inspectPackage } from './package-content.ts';
import { defaultPackageLimits, type PackageLimits } from './package-limits.ts';
import { readPackage } from './package-reader.ts';
import { writePackage } from './package-writer.ts';

const files = (...entries: readonly (readonly [string, string | Buffer])[]) =>
  packageOf(new Map(entries.map(([name, content]) => [name, Buffer.from(content)])));
const read = (bytes: Uint8Array, limits: Partial<PackageLimits> = {}) =>
  readPackage(bytes, { ...defaultPackageLimits, ...limits });

describe('readPackage', () => {
  it('keeps the XML parts and the names of all', async () => {
    const parts = await read(
      await files(['a.xml', '<?xml version="1.0" encoding="UTF-8"?><a/>'], ['b.bin', 'x']),
    );
    expect(parts.names).toEqual(['a.xml', 'b.bin']);
    expect([...parts.xml]).toEqual([['a.xml', '<a/>']]);
  });

  it.each([
    ['entries', { entries: 1 }],
    ['part', { entryBytes: 99 }],
    ['part', { xmlPartBytes: 9 }],
    ['total', { totalBytes: 105 }],
    ['ratio', { ratioFromBytes: 10, ratio: 2 }],
  ])('stops at the limit: %s', async (reason, limits) => {
    const bytes = await files(['a.bin', Buffer.alloc(100)], ['b.xml', '<b></b>   ']);
    await expect(read(bytes, limits)).rejects.toMatchObject({
      code: 'docx-too-large-inside',
      params: { reason },
    });
    await expect(read(bytes)).resolves.toBeDefined();
  });

  it('counts what comes out, not what the headers say', async () => {
    const bytes = Buffer.from(await files(['a.bin', Buffer.alloc(1_000_000)]));
    for (const signature of ['PK\x01\x02', 'PK\x03\x04']) {
      const header = bytes.indexOf(signature);
      bytes.writeUInt32LE(10, header + (signature === 'PK\x01\x02' ? 24 : 22));
    }
    await expect(read(bytes, { entryBytes: 50_000 })).rejects.toMatchObject({
      code: 'docx-too-large-inside',
    });
    await expect(read(bytes)).rejects.toMatchObject({ code: 'docx-damaged', params: { part: 'a.bin' } });
  });

  it('notices a changed byte by the checksum', async () => {
    const stored = Buffer.from(await writePackage(new Map([['a.xml', '<a>sample</a>']])));
    stored.write('S', stored.indexOf('sample'));
    await expect(read(stored)).rejects.toMatchObject({ code: 'docx-damaged' });
  });

  it('refuses every cut of a document', async () => {
    const bytes = await sampleFormationPlan();
    for (let length = 4; length < bytes.length; length += 97) {
      await expect(read(bytes.subarray(0, length))).rejects.toMatchObject({ code: 'docx-damaged' });
    }
  });

  it('refuses two files of one name', async () => {
    const bytes = await files(['word/Document.xml', '<a/>'], ['word/document.xml', '<b/>']);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'docx-damaged' });
  });

  it('refuses encrypted files', async () => {
    const bytes = Buffer.from(await files(['a.bin', 'sample']));
    bytes.writeUInt16LE(
      bytes.readUInt16LE(bytes.indexOf('PK\x01\x02') + 8) | 1,
      bytes.indexOf('PK\x01\x02') + 8,
    );
    await expect(read(bytes)).rejects.toMatchObject({ code: 'docx-legacy-or-encrypted' });
  });

  it.each([['/etc/passwd'.padEnd(12, 'x')], ['../../../etc'], ['C:/windows/x']])(
    'refuses the name %s',
    async (name) => {
      const bytes = Buffer.from(await files(['abcdefghijkl', 'sample']));
      for (let at = bytes.indexOf('abcdefghijkl'); at >= 0; at = bytes.indexOf('abcdefghijkl')) {
        bytes.write(name, at);
      }
      await expect(read(bytes)).rejects.toMatchObject({ code: 'docx-unsafe-name' });
    },
  );

  it.each([
    ['a document type', '<!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd"><a/>'],
    ['an entity', '<!DOCTYPE a [<!ENTITY e "e">]><a>&e;</a>'],
    ['a document type behind a comment', '<!-- x --><!doctype a><a/>'],
  ])('refuses %s, in any part and encoding', async (_, xml) => {
    const utf16 = Buffer.from(`\ufeff${xml}`, 'utf16le');
    for (const content of [xml, `\ufeff${xml}`, utf16, Buffer.from(utf16).swap16()]) {
      const bytes = await files(['customXml/item1.xml', content]);
      await expect(read(bytes)).rejects.toMatchObject({ code: 'docx-external-entity' });
    }
  });

  it.each([
    ['UTF-16 without mark', Buffer.from('<a/>', 'utf16le')],
    ['a declared encoding of old', Buffer.from('<?xml version="1.0" encoding="GBK"?><a/>')],
    [
      'a declared encoding that is not the real one',
      Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a/>'),
    ],
    ['bytes that are no UTF-8', Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe])],
  ])('refuses XML in %s', async (_, content) => {
    await expect(read(await files(['a.xml', content]))).rejects.toMatchObject({ code: 'docx-damaged' });
  });

  it('reads UTF-16 as the standard allows', async () => {
    const content = Buffer.from('\ufeff<?xml version="1.0" encoding="utf-16"?><a>样例</a>', 'utf16le');
    const parts = await read(await files(['a.xml', content]));
    expect(parts.xml.get('a.xml')).toBe('<a>样例</a>');
  });
});

describe('inspectPackage', () => {
  const inspect = async (changes: Parameters<typeof withFiles>[1]) =>
    inspectPackage(await read(await withFiles(await sampleFormationPlan(), changes)));

  it.each([
    ['word/activeX/activeX1.xml'],
    ['word/vbaData.xml'],
    ['word/vbaProject.bin'],
    ['word/vbaProjectSignature.bin'],
  ])('refuses active content %s', async (name) => {
    await expect(inspect({ [name]: '<a/>' })).rejects.toMatchObject({
      code: 'docx-macros',
      params: { part: name },
    });
  });

  it('refuses a document declared as macro-enabled', async () => {
    const change = (xml: string) =>
      xml.replace(
        /application\/vnd\.openxmlformats[^"]*document\.main\+xml/,
        'application/vnd.ms-word.document.macroEnabled.main+xml',
      );
    await expect(inspect({ '[Content_Types].xml': change })).rejects.toMatchObject({ code: 'docx-macros' });
  });

  it.each([
    ['spreadsheet', 'spreadsheetml.sheet'],
    ['template', 'wordprocessingml.template'],
  ])('refuses a %s', async (_, type) => {
    const change = (xml: string) => xml.replace('wordprocessingml.document.main', `${type}.main`);
    await expect(inspect({ '[Content_Types].xml': change })).rejects.toMatchObject({
      code: 'docx-not-recognised',
    });
  });

  it('refuses a document without its main part, and one whose parts are no XML', async () => {
    const parts = await packageFiles(await sampleFormationPlan());
    parts.delete('word/document.xml');
    const without = await read(await packageOf(parts));
    expect(() => inspectPackage(without)).toThrow(expect.objectContaining({ code: 'docx-damaged' }));
    await expect(inspect({ '[Content_Types].xml': '<Types><Override' })).rejects.toMatchObject({
      code: 'docx-damaged',
    });
  });
});
