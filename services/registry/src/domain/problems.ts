import { type ProblemCatalogue, type Refusal, refuse } from '@iic/event-sourcing';

/** Why the registry refuses a command, by stable code. */
export const registryProblems = {
  'center-not-designated': {
    kind: 'not-found',
    zh: '名册中没有该中心。请核对编号。',
    en: 'The register has no such center. Check the number.',
  },
  'center-already-designated': {
    kind: 'conflict',
    zh: '该中心已按另一项决定核定。请核对决定。',
    en: 'The center was already designated by another decision. Check which decision designated it.',
  },
  'name-pattern': {
    kind: 'invalid',
    zh: '名称“{name}”不符合统一命名“{pattern}”。',
    en: 'The name "{name}" does not follow the pattern "{pattern}".',
  },
  'role-may-not': {
    kind: 'forbidden',
    zh: '此操作应由“{role}”办理。请由相应人员登录后办理。',
    en: 'This is for the role "{role}" to do. Let somebody with that role do it.',
  },
  'name-not-in-pattern': {
    kind: 'invalid',
    zh: '名称“{name}”不符合统一命名“{pattern}”。请按统一命名填写。',
    en: 'The name "{name}" does not follow the pattern "{pattern}". Name the center by the pattern.',
  },
  'name-taken': {
    kind: 'conflict',
    zh: '名称“{name}”已被其他中心占用。请核对名称。',
    en: 'The name "{name}" belongs to another center. Check the name.',
  },
  'plaque-not-numbered': {
    kind: 'state',
    zh: '牌匾尚未编号，暂不能授牌。编号自动完成，请稍后再试。',
    en: 'The plaque has no number yet, so it cannot be awarded. It is numbered automatically; try again shortly.',
  },
  'plaque-already-awarded': {
    kind: 'state',
    zh: '该中心已授牌，不能重复授牌。',
    en: 'The plaque has been awarded already; it cannot be awarded twice.',
  },
  'plaque-already-numbered': {
    kind: 'conflict',
    zh: '牌匾已编号为“{number}”，不能另行编号。',
    en: 'The plaque already has the number "{number}"; it cannot get another one.',
  },
  'date-in-future': {
    kind: 'invalid',
    zh: '日期（{date}）晚于今天。请核对日期。',
    en: 'The date ({date}) lies in the future. Check the date.',
  },
  'date-before-designation': {
    kind: 'invalid',
    zh: '日期（{date}）早于核定生效日期（{effectiveDate}）。请核对日期。',
    en: 'The date ({date}) is before the designation took effect ({effectiveDate}). Check the date.',
  },
  'correction-empty': {
    kind: 'invalid',
    zh: '更正内容与该日登记内容一致。请填写需要更正的内容。',
    en: 'The correction changes nothing of what is registered for that day. State what was wrong.',
  },
  'uscc-invalid': {
    kind: 'invalid',
    zh: '统一社会信用代码“{uscc}”校验不通过。请核对后重新填写。',
    en: 'The unified social credit code "{uscc}" does not pass its check. Check it and enter it again.',
  },
  'registration-outside-province': {
    kind: 'invalid',
    zh: '注册地（{area}）不在本省（{province}）。产业创新中心必须在省内注册（第六条）。请核对。',
    en: 'The place of registration ({area}) lies outside the province ({province}). Art. 6 requires it within. Check it.',
  },
} as const satisfies ProblemCatalogue;

export type RegistryProblem = keyof typeof registryProblems;

/** A refusal with a code of the registry's catalogue. */
export type Denied = { readonly refused: Refusal<RegistryProblem> };

/** Refuses a command with a problem of the registry's catalogue. */
export function deny(code: RegistryProblem, details: Omit<Refusal, 'code'> = {}): Denied {
  return refuse<RegistryProblem>(code, details);
}
