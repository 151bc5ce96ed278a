import fc from 'fast-check';
import { withFiles } from '../testing/package-files.ts';
import { type SamplePlanOptions, sampleFormationPlan } from '../testing/sample-formation-plan.ts';
import { sampleChapterKeys, sampleOutline } from '../testing/sample-outline.ts';
import { defaultPackageLimits } from './package-limits.ts';
import { readPlan } from './read-plan.ts';

const numberings = [
  'chinese',
  'chapter-words',
  'chinese-bracketed',
  'arabic',
  'arabic-comma',
  'full-width',
  'automatic',
  'styles',
  'chinese-styles',
  'bold',
  'none',
] as const;
const contents = [undefined, 'styled', 'typed', 'bare'] as const;

async function read(options: SamplePlanOptions = {}, changes: Parameters<typeof withFiles>[1] = {}) {
  return readPlan(
    await withFiles(await sampleFormationPlan(options), changes),
    sampleOutline,
    defaultPackageLimits,
  );
}

describe('a plan in any usual form', () => {
  it.each(numberings.flatMap((numbering) => contents.map((kind) => [numbering, kind] as const)))(
    'numbered %s with contents %s gives the same text',
    async (numbering, kind) => {
      const expected = await read();
      const plan = await read({ numbering, ...(kind && { contents: kind }) });
      expect(plan.missing).toEqual([]);
      expect(plan.notices).toEqual([]);
      expect(plan.preamble).toBe(expected.preamble);
      const sections = (found: typeof plan) =>
        found.chapters.map((chapter) => chapter.sections.map((section) => [section.key, section.text]));
      expect(sections(plan)).toEqual(sections(expected));
      expect(plan.chapters[0]?.text).toBe(expected.chapters[0]?.text);
    },
  );

  it('loses exactly what was left out, whatever that is', async () => {
    const sectionKeys = sampleOutline.chapters.flatMap(
      (chapter) => chapter.sections?.map((section) => section.key) ?? [],
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...numberings),
        fc.subarray([...sampleChapterKeys], { maxLength: 6 }),
        fc.subarray(sectionKeys, { maxLength: 4 }),
        fc.boolean(),
        async (numbering, omit, omitSections, runIn) => {
          // Without any mark, a title in front of a colon is an ordinary sentence.
          const marked = runIn && !['styles', 'chinese-styles', 'automatic', 'none'].includes(numbering);
          const plan = await read({ numbering, omit, omitSections, runIn: marked });
          const expected = [
            ...omit,
            ...omitSections.filter((key) => !omit.some((chapter) => key.startsWith(chapter))),
          ];
          expect(plan.missing.map((part) => part.section ?? part.chapter).toSorted()).toEqual(
            expected.toSorted(),
          );
          expect(plan.notices).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('forgives slips in titles', async () => {
    const plan = await read({
      rewordings: {
        产业创新中心的发展战略与经行思路: '产业创新中心的发展战略与运行思路',
        '组建依据、背景与意义': '组建依据、背景和 意义',
        其他需要说明的问题: '其它需要说明的问题',
        产业创新中心的主要任务: '中心主要任务',
      },
    });
    expect(plan.missing).toEqual([]);
    expect(plan.notices).toEqual([]);
  });
});

describe('what is beside the text', () => {
  it('counts comments and formatting changes, and leaves comments out', async () => {
    const plan = await read(
      { comments: 2 },
      {
        'word/document.xml': (xml) =>
          xml.replace(
            '<w:r>',
            '<w:r><w:rPr><w:rPrChange w:id="9" w:author="a"><w:rPr/></w:rPrChange></w:rPr>',
          ),
      },
    );
    expect(plan.review).toEqual({ comments: 2, formattingChanges: 1 });
    expect(plan.notices.map((entry) => [entry.code, entry.params])).toEqual([
      ['comments-left-out', { count: 2 }],
    ]);
    expect(JSON.stringify(plan.chapters)).not.toContain('样例批注');
  });

  it('counts tracked changes in notes too, by namespace and not by prefix', async () => {
    const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    await expect(
      read(
        {},
        { 'word/footnotes.xml': `<x:footnotes xmlns:x="${namespace}"><x:ins/><x:del/></x:footnotes>` },
      ),
    ).rejects.toMatchObject({ code: 'docx-tracked-changes', params: { changes: 2 } });
    await expect(read({}, { 'word/other.xml': '<y:ins xmlns:y="urn:other"/>' })).resolves.toBeDefined();
  });

  it('says what was not taken over', async () => {
    const plan = await read(
      {},
      {
        'word/_rels/document.xml.rels': (xml) =>
          xml.replace(
            '</Relationships>',
            '<Relationship Id="x1" Type="http://x/image" Target="http://192.0.2.1/a.png" TargetMode="External"/>' +
              '<Relationship Id="x2" Type="http://x/hyperlink" Target="http://192.0.2.1/" TargetMode="External"/>' +
              '</Relationships>',
          ),
        'word/document.xml': (xml) =>
          xml.replace(
            '</w:body>',
            '<w:p><m:oMath xmlns:m="urn:m"/><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:body>',
          ),
      },
    );
    expect(plan.notices.map((entry) => entry.code)).toEqual([
      'notes-left-out',
      'formulas-left-out',
      'external-content-left-out',
    ]);
  });

  it('keeps tables, tabs, breaks and check boxes as text', async () => {
    const row = (...cells: string[]) =>
      `<w:tr>${cells.map((cell) => `<w:tc><w:p><w:r><w:t>${cell}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`;
    const plan = await read(
      { omit: ['other', 'attachments'] },
      {
        'word/document.xml': (xml) =>
          xml.replace(
            '</w:body>',
            `<w:tbl>${row('项目', '万元')}${row('设备', '9500')}</w:tbl><w:tbl>${row('七、其他需要说明的问题')}${row('无。')}</w:tbl>` +
              '<w:p><w:r><w:t>八、附件</w:t><w:br/><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p></w:body>',
          ),
      },
    );
    expect(plan.chapters.find((chapter) => chapter.key === 'construction')?.text).toMatch(
      /\n项目\t万元\n设备\t9500$/,
    );
    expect(plan.chapters.find((chapter) => chapter.key === 'other')?.text).toBe('无。');
    expect(plan.chapters.find((chapter) => chapter.key === 'attachments')?.text).toBe('甲\t乙');
  });

  it('replaces half a surrogate pair, which no hash is defined for', async () => {
    const plan = await read({}, { 'word/document.xml': (xml) => xml.replace('本文本', '本&#xD800;文本') });
    expect(plan.chapters[0]?.text.isWellFormed()).toBe(true);
  });

  it('knows headings by the style their style is based on', async () => {
    const plan = await read(
      { numbering: 'none' },
      {
        'word/styles.xml': (xml) =>
          xml.replace(
            '</w:styles>',
            '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="本单位章标题"/><w:basedOn w:val="a1"/></w:style></w:styles>',
          ),
        'word/document.xml': (xml) =>
          xml.replace(
            '<w:p><w:r><w:t xml:space="preserve">摘要</w:t>',
            () => '<w:p><w:pPr><w:pStyle w:val="own"/></w:pPr><w:r><w:t xml:space="preserve">项目摘要</w:t>',
          ),
      },
    );
    expect(plan.chapters[0]).toMatchObject({ key: 'summary', titleFound: '项目摘要' });
  });
});
