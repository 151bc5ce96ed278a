import type { Bilingual } from './bilingual.ts';

/** Labels of the fields of an application, for {@link SubmissionPrint.sections}. */
export const submissionLabels = {
  basics: label('基本情况', 'Basic information'),
  proposedName: label('拟用中文名称', 'Proposed Chinese name'),
  englishName: label('拟用英文名称', 'Proposed English name'),
  strategicField: label('战略性领域', 'Strategic field'),
  competentUnit: label('主管单位', 'Competent unit'),
  constructionMonths: label('组建期限（月）', 'Construction period (months)'),
  leadUnit: label('牵头单位', 'Lead unit'),
  uscc: label('统一社会信用代码', 'Unified social credit code'),
  area: label('所在地区', 'Area'),
  entity: label('中心主体', 'The center’s entity'),
  legalForm: label('组织形式', 'Legal form'),
  registration: label('注册地', 'Place of registration'),
  hostingUnit: label('依托单位', 'Hosting unit'),
  members: label('组建单位', 'Consortium members'),
  memberName: label('单位名称', 'Organisation'),
  contribution: label('参加方式与内容', 'Form and content of contribution'),
  platforms: label('整合的创新平台', 'Integrated platforms'),
  platformName: label('平台名称', 'Platform'),
  platformLevel: label('级别', 'Level'),
  platformHost: label('依托单位', 'Host'),
  investment: label('投资来源', 'Investment by source'),
  investmentSource: label('来源', 'Source'),
  amount: label('金额（元）', 'Amount (CNY)'),
  investmentTotal: label('合计', 'Total'),
  milestones: label('建设节点', 'Milestones'),
  milestoneTitle: label('内容', 'Content'),
  milestoneWeight: label('权重（%）', 'Weight (%)'),
  milestoneDue: label('完成月份', 'Due in month'),
  conditions: label('基本条件', 'Basic conditions'),
  condition: label('条件', 'Condition'),
  statement: label('说明', 'Statement'),
  evidence: label('证明材料', 'Evidence'),
  justifications: label('有关说明', 'Justifications'),
} as const satisfies Readonly<Record<string, Bilingual>>;

function label(zh: string, en: string): Bilingual {
  return { zh, en };
}
