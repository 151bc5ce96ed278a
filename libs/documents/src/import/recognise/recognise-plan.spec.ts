import { sampleOutline } from '../../testing/sample-outline.ts';
import type { Line } from '../line.ts';
import { recognisePlan } from './recognise-plan.ts';

const plain: Line = {
  text: '',
  headingLevel: null,
  contents: false,
  automaticLevel: null,
  boldLead: 0,
  centred: false,
  tableRow: false,
};
const body = '中心围绕样例方向开展技术熟化和工程验证，建立稳定的投入机制，服务省内外企业。'.repeat(4);

/** A plain paragraph, or one with marks. */
type Written = string | (Partial<Line> & { text: string });

function recognise(...lines: Written[]) {
  const all = lines.map((line) => ({ ...plain, ...(typeof line === 'string' ? { text: line } : line) }));
  return recognisePlan(all, sampleOutline);
}

function keys(...lines: Written[]) {
  return recognise(...lines).chapters.map((chapter) => chapter.key);
}

const titles = sampleOutline.chapters.map((chapter) => chapter.title.zh);
const numerals = '一二三四五六七八';
const chapters = (...skipped: readonly number[]) =>
  titles.flatMap((title, index) => (skipped.includes(index) ? [] : [`${numerals[index]}、${title}`, body]));

describe('chapters', () => {
  it('gives text, heading as written and text before the first chapter', () => {
    const plan = recognise(
      '样例组建方案',
      '',
      '牵头单位：样例单位',
      '',
      '',
      '一、摘 要',
      body,
      '',
      body,
      '二、组建依据、背景及意义',
    );
    expect(plan.preamble).toBe('样例组建方案\n\n牵头单位：样例单位');
    expect(plan.chapters).toEqual([
      { key: 'summary', title: '摘要', titleFound: '一、摘 要', text: `${body}\n\n${body}`, sections: [] },
      {
        key: 'background',
        title: '组建依据、背景与意义',
        titleFound: '二、组建依据、背景及意义',
        text: '',
        sections: [],
      },
    ]);
    expect(plan.notices.map((entry) => [entry.code, entry.params])).toEqual([
      ['chapter-empty', { title: '组建依据、背景与意义' }],
    ]);
  });

  it('reports missing chapters and sub-headings, citing the outline', () => {
    const { missing } = recognise(
      ...chapters(3),
      '1. 牵头单位、其他组建单位法人营业执照',
      '2. 产业创新中心章程',
    );
    expect(missing).toContainEqual({ chapter: 'goals', title: '主要方向、任务与目标', article: 'annex 2' });
    expect(missing.filter((part) => part.chapter === 'attachments').map((part) => part.section)).toEqual([
      'attachments-3',
      'attachments-4',
      'attachments-5',
    ]);
    expect(missing.filter((part) => part.chapter === 'goals')).toHaveLength(1);
  });

  it('says so when nothing is recognised', () => {
    const plan = recognise('样例报告', body);
    expect(plan.chapters).toEqual([]);
    expect(plan.missing).toHaveLength(8);
    expect(plan.preamble).toBe(`样例报告\n${body}`);
    expect(plan.notices.map((entry) => entry.code)).toEqual(['no-chapter-recognised']);
  });

  it('does not take the title of the plan for a chapter', () => {
    expect(
      keys({ text: '吉林省样例产业创新中心组建方案', centred: true, boldLead: 15 }, ...chapters(5)),
    ).not.toContain('construction');
    expect(
      keys({ text: '吉林省样例产业创新中心建设方案', centred: true, boldLead: 15 }, ...chapters(5)),
    ).not.toContain('construction');
  });

  it('does not take titles mentioned in the text for chapters', () => {
    const plan = recognise('一、摘要', body, '（一）建设方案', body, '建设方案', body, ...chapters(0, 5));
    expect(plan.chapters.map((chapter) => chapter.key)).not.toContain('construction');
    const complete = recognise('一、摘要', body, '（六）建设方案', body, ...chapters(0));
    expect(complete.chapters.find((chapter) => chapter.key === 'construction')?.titleFound).toBe(
      '六、建设方案',
    );
    expect(complete.chapters[0]?.text).toContain('（六）建设方案');
  });

  it('takes chapters that changed places, and says so', () => {
    const swapped = [
      ...chapters(4, 5).slice(0, 8),
      '五、建设方案',
      body,
      '六、组织机构、管理与运行机制',
      body,
    ];
    const plan = recognise(...swapped, '七、其他需要说明的问题', '无', '八、附件', body);
    expect(plan.chapters).toHaveLength(8);
    expect(plan.notices.filter((entry) => entry.code === 'chapter-out-of-order')).toHaveLength(1);
  });

  it('points out headings the outline does not know, and keeps their text', () => {
    const plan = recognise(
      ...chapters(5, 6, 7),
      '六、实施计划',
      body,
      '七、其他需要说明的问题',
      '无',
      '八、附件',
      body,
    );
    expect(plan.missing[0]).toMatchObject({ chapter: 'background' });
    expect(plan.notices.map((entry) => entry.params)).toContainEqual({
      found: '六、实施计划',
      chapter: '组织机构、管理与运行机制',
    });
    expect(plan.chapters.find((chapter) => chapter.key === 'organisation')?.text).toContain('六、实施计划');
  });

  it('points out styled headings the outline does not know', () => {
    const styled = titles.flatMap((text) => [{ text, headingLevel: 1 }, body]);
    const plan = recognise(...styled, { text: '保障措施', headingLevel: 1 }, body);
    expect(plan.notices.map((entry) => [entry.code, entry.params['found']])).toEqual([
      ['chapter-unknown', '保障措施'],
    ]);
  });

  it('takes another wording under the right number, and says so', () => {
    const plan = recognise('一、项目摘要', body, ...chapters(0));
    expect(plan.chapters[0]?.key).toBe('summary');
    expect(plan.notices).toEqual([
      expect.objectContaining({ code: 'title-differs', params: { found: '一、项目摘要', expected: '摘要' } }),
    ]);
  });

  it('reads a heading and its text from one paragraph', () => {
    const plan = recognise(`一、摘要：${body}`, ...chapters(0, 6), `七、其他需要说明的问题：无。`);
    expect(plan.chapters[0]).toMatchObject({ titleFound: '一、摘要', text: body });
    expect(recognise({ text: `摘要：${body}`, boldLead: 3 }).chapters[0]?.text).toBe(body);
    expect(recognise(`附件：${body}`).chapters).toEqual([]);
  });

  it('reports a chapter written twice', () => {
    const plan = recognise(...chapters(), '六、建设方案', body);
    expect(plan.chapters).toHaveLength(8);
    expect(plan.notices.map((entry) => entry.code)).toEqual(['chapter-repeated']);
  });

  it('ignores rows of tables with several columns', () => {
    expect(keys({ text: '附件\t建设方案', tableRow: true }, { text: '摘要', tableRow: true })).toEqual([]);
  });
});

describe('tables of contents', () => {
  const entries = titles.map((title, index) => `${numerals[index]}、${title}`);

  it.each([
    ['dots', (entry: string, page: number) => `${entry}........${page}`],
    ['an ellipsis', (entry: string, page: number) => `${entry}……………${page}`],
    ['a tab', (entry: string, page: number) => `${entry}\t${page}`],
    ['a lost tab', (entry: string, page: number) => `${entry}${page}`],
    ['brackets', (entry: string, page: number) => `${entry}   (${page})`],
    ['nothing', (entry: string) => entry],
  ])('are left out when pages follow after %s', (_, write) => {
    const plan = recognise(
      '目  录',
      ...entries.map((entry, index) => write(entry, index * 3 + 1)),
      ...chapters(),
    );
    expect(plan.preamble).toBe('');
    expect(plan.chapters.map((chapter) => chapter.text)).toEqual(titles.map(() => body));
  });

  it('are left out by style, whatever they say', () => {
    const plan = recognise({ text: '1 概述 3', contents: true }, ...chapters());
    expect(plan.preamble).toBe('');
  });

  it('do not hide a plan that has only headings so far', () => {
    expect(keys(...entries)).toHaveLength(8);
  });
});

describe('sub-headings', () => {
  it('are found in every common form', () => {
    const sections = [
      '1.建设地点',
      '（二）建设内容、规模',
      '6.3 建设周期和进度安排',
      '④资金来源与预算方案',
      '经济社会效益与风险分析',
    ];
    const plan = recognise('六、建设方案', ...sections.flatMap((section) => [section, body]));
    expect(plan.chapters[0]?.sections.map((section) => [section.key, section.text])).toEqual(
      [1, 2, 3, 4, 5].map((number) => [`construction-${number}`, body]),
    );
  });

  it('may stand in one paragraph with their text', () => {
    const plan = recognise(
      '六、建设方案',
      '1. 建设地点：长春新区样例园。',
      '2、建设内容、规模。建筑面积一万平方米。',
    );
    expect(plan.chapters[0]?.sections.map((section) => section.text)).toEqual([
      '长春新区样例园。',
      '建筑面积一万平方米。',
    ]);
    expect(plan.chapters[0]?.text).toBe(
      '1. 建设地点：长春新区样例园。\n2、建设内容、规模。建筑面积一万平方米。',
    );
  });

  it('are pointed out when they stand in another chapter', () => {
    const plan = recognise('五、组织机构、管理与运行机制', body, '4. 建设地点', body);
    expect(plan.notices.map((entry) => entry.params)).toContainEqual({
      title: '建设地点',
      expected: '建设方案',
      found: '组织机构、管理与运行机制',
    });
  });
});
