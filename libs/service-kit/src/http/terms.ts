/** Chinese words for codes that come up in texts: statuses, acts, kinds, roles. */
export type Terms = Readonly<Record<string, string>>;

/** Codes every service knows. */
export const kitTerms: Terms = {
  analytics: '统计分析人员',
  auditor: '审计人员',
  center: '产业创新中心',
  'competent-unit': '主管单位',
  department: '有关部门',
  expert: '专家',
  'lead-unit': '牵头单位',
  'member-unit': '成员单位',
  'panel-administrator': '管理人员',
  'pdrc-decider': '省发展改革委审批人员',
  'pdrc-handler': '省发展改革委经办处室',
  'platform default': '平台默认规则',
  'system-admin': '系统管理员',
};

/**
 * A value of a text in Chinese: each code of a list `a, b` is preceded by the word for it, and stays, since requests
 * name it.
 */
export function withTerms(value: string | number, terms: Terms): string {
  return String(value)
    .split(', ')
    .map((part) => (Object.hasOwn(terms, part) ? `${terms[part]}（${part}）` : part))
    .join('、');
}

/** Where a rule comes from, in Chinese. */
export function originInChinese(origin: string): string {
  const [, interpreted, place, number] = /^(interpretation of )?(Art\.|annex) (.+)$/.exec(origin) ?? [];
  if (place === undefined || number === undefined) return kitTerms[origin] ?? origin;
  const source = place === 'annex' ? `附件 ${number}` : `第 ${number} 条`;
  return interpreted === undefined ? source : `对${source}的解释`;
}
