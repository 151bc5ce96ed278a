import type { ProblemCatalogue } from '@iic/event-sourcing';

export const organisationProblems = {
  'organisation-exists': {
    kind: 'conflict',
    zh: '该单位（{organisation}）已登记。如需变更，请提交更正。',
    en: 'The organisation {organisation} is registered already. Correct its entry instead.',
  },
  'organisation-unknown': {
    kind: 'not-found',
    zh: '单位库中没有该单位。请先登记。',
    en: 'There is no such organisation in the register. Register it first.',
  },
  'uscc-registered': {
    kind: 'conflict',
    zh: '统一社会信用代码“{uscc}”已由单位 {organisation} 登记。请核对代码，或更正原登记。',
    en: 'The code “{uscc}” is registered for organisation {organisation}. Check the code, or correct that entry.',
  },
  'organisation-kind-unknown': {
    kind: 'invalid',
    zh: '没有单位类型“{kind}”。可选：{allowed}。',
    en: 'There is no kind of organisation “{kind}”. Choose one of: {allowed}.',
  },
  'parent-is-itself': {
    kind: 'invalid',
    zh: '上级单位不能是本单位。没有上级单位的，请留空并声明“无上级单位”。',
    en: 'An organisation is not its own parent. Leave the parent empty and state that there is none.',
  },
  'parent-contradicts': {
    kind: 'invalid',
    zh: '填写了上级单位，却又声明上级情况不明。请二者择一。',
    en: 'A parent is given although the parent is said to be unknown. Give one or the other.',
  },
  'own-competent-unit': {
    kind: 'invalid',
    zh: '“{kind}”类单位不能以自身为主管单位。只有发展改革部门和中省直单位可以；请填写所属主管单位。',
    en: 'An organisation of kind {kind} cannot be its own competent unit; only a DRC or a 中省直 unit can. Name its competent unit.',
  },
  'declared-competent-unit': {
    kind: 'invalid',
    zh: '代其他单位申报登记时不能指定其主管单位。请由该单位或省发展改革委登记。',
    en: 'Whoever declares another organisation cannot name its competent unit. Leave it empty; the organisation itself or the PDRC enters it.',
  },
  'competent-unit-unknown': {
    kind: 'invalid',
    zh: '主管单位 {competentUnit} 尚未登记。请先登记该单位。',
    en: 'The competent unit {competentUnit} is not in the register. Register it first.',
  },
  'competent-unit-unchanged': {
    kind: 'state',
    zh: '自该日起主管单位本来就是 {competentUnit}，无需调整。',
    en: 'The competent unit is {competentUnit} on that day already; nothing to reassign.',
  },
  'correction-empty': {
    kind: 'invalid',
    zh: '更正内容与现有登记一致。请至少更正一项。',
    en: 'The correction changes nothing. Change at least one entry.',
  },
  'date-invalid': {
    kind: 'invalid',
    zh: '“{date}”不是有效日期。请按 YYYY-MM-DD 填写。',
    en: '“{date}” is not a date. Write it as YYYY-MM-DD.',
  },
  'effective-before-registration': {
    kind: 'invalid',
    zh: '生效日期 {date} 早于该单位登记生效日期 {registeredFrom}。请填写登记生效之日或之后的日期。',
    en: 'The day {date} lies before the entry takes effect ({registeredFrom}). Give that day or a later one.',
  },
} as const satisfies ProblemCatalogue;
