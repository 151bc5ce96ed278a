import type { PlanOutline } from '../../schema/plan.ts';

/** The eight chapters of annex 2 with their sub-headings. */
export const outline: PlanOutline = {
  article: 'annex 2',
  summaryChapter: 'summary',
  chapters: [
    {
      key: 'summary',
      number: 1,
      title: { zh: '摘要', en: 'Summary' },
      content: 'text',
      mayBeNone: false,
      sections: [],
    },
    {
      key: 'background',
      number: 2,
      title: { zh: '组建依据、背景与意义', en: 'Basis, background and significance' },
      content: 'text',
      mayBeNone: false,
      sections: [
        {
          key: 'role-in-economy',
          title: {
            zh: '本产业领域在国民经济建设中的地位与作用',
            en: 'Place of the industry in the national economy',
          },
        },
        {
          key: 'state-and-market',
          title: {
            zh: '国内外特别是省内产业发展状况、趋势与市场分析',
            en: 'State, trend and market of the industry abroad, at home and above all in the province',
          },
        },
        {
          key: 'main-problems',
          title: {
            zh: '本产业进一步发展需要解决的主要问题',
            en: 'Main problems to solve for the industry’s further development',
          },
        },
        {
          key: 'significance',
          title: { zh: '建设产业创新中心的意义与作用', en: 'Significance and effect of the center' },
        },
      ],
    },
    {
      key: 'consortium',
      number: 3,
      title: { zh: '组建单位概况和建设条件', en: 'The consortium and its conditions' },
      content: 'text',
      mayBeNone: false,
      sections: [
        {
          key: 'lead-unit',
          title: {
            zh: '牵头单位概况（包括负责人相关情况）',
            en: 'The lead unit, including the person responsible',
          },
        },
        { key: 'other-members', title: { zh: '其他组建单位概况', en: 'The other members' } },
        {
          key: 'results-to-industrialise',
          title: {
            zh: '产业创新中心拟产业化的重要科技成果',
            en: 'Important results the center is to bring into industry',
          },
        },
        {
          key: 'foundations',
          title: {
            zh: '与产业创新中心建设相关的基础条件',
            en: 'Existing conditions for building the center',
          },
        },
      ],
    },
    {
      key: 'goals',
      number: 4,
      title: { zh: '主要方向、任务与目标', en: 'Directions, tasks and goals' },
      content: 'text',
      mayBeNone: false,
      sections: [
        {
          key: 'directions',
          title: { zh: '产业创新中心的主要发展方向', en: 'Main directions of development' },
        },
        { key: 'tasks', title: { zh: '产业创新中心的主要任务', en: 'Main tasks' } },
        {
          key: 'strategy',
          title: {
            zh: '产业创新中心的发展战略与经行思路',
            en: 'Strategy and approach',
            aliases: ['产业创新中心的发展战略与进行思路', '产业创新中心的发展战略与运行思路'],
          },
        },
        { key: 'targets', title: { zh: '产业创新中心的近期和中期目标', en: 'Short- and mid-term goals' } },
      ],
    },
    {
      key: 'organisation',
      number: 5,
      title: { zh: '组织机构、管理与运行机制', en: 'Organisation, management and mechanisms' },
      content: 'text',
      mayBeNone: false,
      sections: [
        { key: 'structure', title: { zh: '产业创新中心的机构设置与职责', en: 'Bodies and their duties' } },
        {
          key: 'people',
          title: {
            zh: '主要技术带头人、管理人员概况、技术队伍及与企业合作情况',
            en: 'Technical leaders, managers, staff and cooperation with enterprises',
          },
        },
        { key: 'mechanisms', title: { zh: '运行机制和激励机制', en: 'Operating and incentive mechanisms' } },
      ],
    },
    {
      key: 'construction',
      number: 6,
      title: { zh: '建设方案', en: 'Construction plan' },
      content: 'text',
      mayBeNone: false,
      sections: [
        { key: 'place', title: { zh: '建设地点', en: 'Place' } },
        { key: 'scale', title: { zh: '建设内容、规模', en: 'Content and scale' } },
        { key: 'schedule', title: { zh: '建设周期与进度安排', en: 'Period and schedule' } },
        { key: 'funding', title: { zh: '资金来源和预算方案', en: 'Sources of funds and budget' } },
        { key: 'benefits-and-risks', title: { zh: '经济社会效益与风险分析', en: 'Benefits and risks' } },
      ],
    },
    {
      key: 'other',
      number: 7,
      title: { zh: '其他需要说明的问题', en: 'Other matters' },
      content: 'text',
      mayBeNone: true,
      sections: [],
    },
    {
      key: 'attachments',
      number: 8,
      title: { zh: '附件', en: 'Attachments' },
      content: 'attachments',
      mayBeNone: false,
      sections: [
        {
          key: 'business-licences',
          title: { zh: '牵头单位、其他组建单位法人营业执照', en: 'Business licences of all members' },
        },
        { key: 'charter', title: { zh: '产业创新中心章程', en: 'Charter of the center' } },
        {
          key: 'supporting-files',
          title: {
            zh: '其他配套文件（上级主管部门相关支持文件，其他组建单位之间的合作协议等）',
            en: 'Supporting files: support of superior departments, agreements among the members',
          },
        },
        {
          key: 'evidence-of-results',
          title: { zh: '前期科技成果证明文件', en: 'Evidence of earlier results' },
        },
        {
          key: 'truthfulness-commitment',
          title: {
            zh: '对组建方案及相关附件的真实性承诺',
            en: 'Commitment to the truth of the plan and its attachments',
          },
        },
      ],
    },
  ],
};
