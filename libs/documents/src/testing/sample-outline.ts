import type { PlanOutline } from '../import/plan-outline.ts';

/** Keys of the sample plan’s chapters, in order; the same as in the policy pack of Jilin. */
export const sampleChapterKeys = [
  'summary',
  'background',
  'consortium',
  'goals',
  'organisation',
  'construction',
  'other',
  'attachments',
] as const;

export type SampleChapterKey = (typeof sampleChapterKeys)[number];

/** The outline of annex 2, for tests that have no policy pack at hand. Section keys are `<chapter>-<number>`. */
export const sampleOutline: PlanOutline = {
  article: 'annex 2',
  chapters: [
    chapter('summary', '摘要', []),
    chapter('background', '组建依据、背景与意义', [
      '本产业领域在国民经济建设中的地位与作用',
      '国内外特别是省内产业发展状况、趋势与市场分析',
      '本产业进一步发展需要解决的主要问题',
      '建设产业创新中心的意义与作用',
    ]),
    chapter('consortium', '组建单位概况和建设条件', [
      '牵头单位概况（包括负责人相关情况）',
      '其他组建单位概况',
      '产业创新中心拟产业化的重要科技成果',
      '与产业创新中心建设相关的基础条件',
    ]),
    chapter('goals', '主要方向、任务与目标', [
      '产业创新中心的主要发展方向',
      '产业创新中心的主要任务',
      '产业创新中心的发展战略与经行思路',
      '产业创新中心的近期和中期目标',
    ]),
    chapter('organisation', '组织机构、管理与运行机制', [
      '产业创新中心的机构设置与职责',
      '主要技术带头人、管理人员概况、技术队伍及与企业合作情况',
      '运行机制和激励机制',
    ]),
    chapter('construction', '建设方案', [
      '建设地点',
      '建设内容、规模',
      '建设周期与进度安排',
      '资金来源和预算方案',
      '经济社会效益与风险分析',
    ]),
    chapter('other', '其他需要说明的问题', []),
    chapter('attachments', '附件', [
      '牵头单位、其他组建单位法人营业执照',
      '产业创新中心章程',
      '其他配套文件（上级主管部门相关支持文件，其他组建单位之间的合作协议等）',
      '前期科技成果证明文件',
      '对组建方案及相关附件的真实性承诺',
    ]),
  ],
};

function chapter(key: SampleChapterKey, zh: string, sections: readonly string[]) {
  return {
    key,
    title: { zh },
    sections: sections.map((title, index) => ({ key: `${key}-${index + 1}`, title: { zh: title } })),
  };
}
