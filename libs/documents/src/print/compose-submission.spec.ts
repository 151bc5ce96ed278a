import { documentText, packageFiles } from '../testing/package-files.ts';
import { sampleSubmission } from '../testing/sample-prints.ts';
import { composeSubmission } from './compose-submission.ts';
import { byteSize } from './submission-parts.ts';
import { parseSubmissionQr, submissionQrImage, submissionQrText } from './submission-qr.ts';

const { manifestHash, caseId } = sampleSubmission;

describe('composeSubmission', () => {
  let bytes: Uint8Array;
  let text: string;
  let files: Map<string, Buffer>;

  beforeAll(async () => {
    bytes = await composeSubmission(sampleSubmission);
    text = await documentText(bytes);
    files = await packageFiles(bytes);
  });

  it('prints every field, chapter and attachment with its hash', async () => {
    for (const { title, rows = [], table } of sampleSubmission.sections) {
      const values = [...rows.flatMap((row) => [row.label.zh, row.label.en, ...row.value.split('\n')])];
      const cells = table
        ? [...table.columns.flatMap((column) => [column.zh, column.en]), ...table.rows.flat()]
        : [];
      for (const expected of [title.zh, title.en, ...values, ...cells]) {
        expect(text).toContain(expected);
      }
    }
    for (const [index, chapter] of sampleSubmission.chapters.entries()) {
      expect(text).toContain(`${'一二三四五六七'[index]}、${chapter.title.zh}`);
      for (const line of [chapter.hash, ...chapter.text.split('\n')]) {
        expect(text).toContain(line);
      }
    }
    for (const { kind, hash } of sampleSubmission.attachments) {
      expect(text).toContain(`${kind.zh}\n${kind.en}\n`);
      expect(text).toContain(`SHA-256 ${hash}`);
    }
  });

  it('bears the manifest hash on every page', async () => {
    const footers = [...files].filter(([name]) => name.startsWith('word/footer'));
    expect(footers).toHaveLength(1);
    expect(footers[0]?.[1].toString()).toContain(manifestHash);
    expect(footers[0]?.[1].toString()).toContain(caseId);
    const document = files.get('word/document.xml')?.toString() ?? '';
    expect(document.match(/<w:sectPr/g)).toHaveLength(1);
    expect(document).toContain('w:footerReference w:type="default"');
    expect(document).not.toContain('w:titlePg');
  });

  it('holds the QR code of hash and case as a picture', async () => {
    const pictures = [...files]
      .filter(([name]) => name.startsWith('word/media/'))
      .map(([, content]) => content);
    expect(pictures).toContainEqual(await submissionQrImage({ caseId, manifestHash }));
  });

  it('names the hash in the commitment to be sealed', async () => {
    const commitment = text.slice(text.indexOf('真实性承诺'));
    expect(commitment).toContain(manifestHash);
    expect(commitment).toContain('牵头单位\n（盖章）');
    expect(commitment).toContain('样例碳纤维研究院有限公司');
    const own = { zh: '本省规定的承诺。', en: 'As this province prescribes.' };
    const changed = { ...sampleSubmission, commitment: { ...sampleSubmission.commitment, statement: own } };
    expect(await documentText(await composeSubmission(changed))).toContain('本省规定的承诺。');
  });

  it('is set on the page of GB/T 9704 in the fonts named there', async () => {
    const document = files.get('word/document.xml')?.toString() ?? '';
    const [, top, right, bottom, left] =
      /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/.exec(document) ?? [];
    const millimetres = [top, right, bottom, left].map((twips) => Math.round(Number(twips) / 56.69));
    expect(millimetres).toEqual([37, 26, 35, 28]);
    expect(document).toContain('黑体');
    expect(document).toContain('方正小标宋简体');
    expect(files.get('word/styles.xml')?.toString()).toContain('仿宋_GB2312');
  });

  it('stays a document whatever was typed', async () => {
    const typed = '甲\u0000乙\u001b<w:p/>&amp;\ud800丙]]>';
    const typedText = await documentText(
      await composeSubmission({
        ...sampleSubmission,
        leadUnitName: typed,
        chapters: [{ title: { zh: typed, en: typed }, text: typed, hash: '0'.repeat(64) }],
      }),
    );
    expect(typedText).toContain('甲乙<w:p/>&amp;\ufffd丙]]>');
  });
});

describe('the QR text', () => {
  it('is read back', () => {
    for (const id of [caseId, 'a:b/c 例']) {
      expect(parseSubmissionQr(submissionQrText({ caseId: id, manifestHash }))).toEqual({
        caseId: id,
        manifestHash,
      });
    }
  });

  it.each([
    '',
    'https://192.0.2.1/',
    `iic:submission:a:${'g'.repeat(64)}`,
    `iic:submission:%E0%A4%A:${'a'.repeat(64)}`,
    `iic:submission::${'a'.repeat(64)}`,
  ])('%s is none of ours', (text) => {
    expect(parseSubmissionQr(text)).toBeUndefined();
  });
});

describe('byteSize', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.0 KB'],
    [1_572_864, '1.5 MB'],
    [5 * 1024 ** 4, '5120.0 GB'],
  ])('%d', (bytes, text) => {
    expect(byteSize(bytes)).toBe(text);
  });
});
