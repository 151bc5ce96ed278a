import { sampleOutline } from '../../testing/sample-outline.ts';
import { editDistance } from './similarity.ts';
import { matchTitle, prepareTitle } from './title-match.ts';
import { titleText } from './title-text.ts';

function closeness(heading: string, title: string, allowLoose = false) {
  return matchTitle(titleText(heading), prepareTitle({ zh: title }), allowLoose);
}

describe('matchTitle', () => {
  it.each([
    ['摘 要', '摘要'],
    ['摘要（2500字左右）', '摘要'],
    ['组建依据, 背景和意义', '组建依据、背景与意义'],
    ['组织机构、管理及运行机制', '组织机构、管理与运行机制'],
    ['牵头单位概况', '牵头单位概况（包括负责人相关情况）'],
    ['中心的主要任务', '产业创新中心的主要任务'],
    ['吉林省样例产业创新中心主要任务', '产业创新中心的主要任务'],
    ['主要任务', '产业创新中心的主要任务'],
  ])('takes %s for %s word for word', (heading, title) => {
    expect(closeness(heading, title)).toBe('exact');
  });

  it.each([
    ['产业创新中心的发展战略与运行思路', '产业创新中心的发展战略与经行思路'],
    ['建没方案', '建设方案'],
    ['建设内容和规模：', '建设内容、规模'],
    ['组建依据、背影与意义', '组建依据、背景与意义'],
    ['其它需要说明的问题', '其他需要说明的问题'],
  ])('forgives the slip in %s', (heading, title) => {
    expect(closeness(heading, title)).toBe('typo');
  });

  it.each([
    ['组建方案', '建设方案'],
    ['摘录', '摘要'],
    ['附录', '附件'],
    ['建设背景与必要性分析', '组建依据、背景与意义'],
  ])('does not take %s for %s', (heading, title) => {
    expect(closeness(heading, title)).toBeUndefined();
  });

  it('takes loose wordings only where asked', () => {
    expect(
      closeness('碳纤维产业在国民经济中的地位与作用', '本产业领域在国民经济建设中的地位与作用'),
    ).toBeUndefined();
    expect(
      closeness('碳纤维产业在国民经济中的地位与作用', '本产业领域在国民经济建设中的地位与作用', true),
    ).toBe('loose');
  });

  it('keeps the titles of annex 2 apart from one another', () => {
    const titles = sampleOutline.chapters.flatMap((chapter) => [chapter, ...(chapter.sections ?? [])]);
    for (const one of titles) {
      for (const other of titles) {
        expect([one.title.zh, other.title.zh, closeness(one.title.zh, other.title.zh)]).toEqual([
          one.title.zh,
          other.title.zh,
          one === other ? 'exact' : undefined,
        ]);
      }
    }
  });
});

describe('editDistance', () => {
  it('counts edits up to the limit', () => {
    expect(editDistance('经行思路', '运行思路', 3)).toBe(1);
    expect(editDistance('思路', '经行思路', 3)).toBe(2);
    expect(editDistance('甲乙丙丁', '戊己庚辛', 2)).toBe(3);
    expect(editDistance('', '', 1)).toBe(0);
  });
});
