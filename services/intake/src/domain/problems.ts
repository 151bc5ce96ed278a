import { type ProblemCatalogue, type Refusal, refuse } from '@iic/event-sourcing';
import { findingProblems } from './application/finding-problems.ts';
import { applicationProblems } from './application/problems.ts';
import { nameProblems } from './name-reservation/problems.ts';
import { organisationProblems } from './organisation/problems.ts';

const sharedProblems = {
  'not-permitted': {
    kind: 'forbidden',
    zh: '您的角色或单位不能办理此事项。请由“{by}”办理。',
    en: 'Your role or organisation may not do this. Ask {by} to do it.',
  },
  'uscc-invalid': {
    kind: 'invalid',
    zh: '统一社会信用代码“{uscc}”有误：应为 18 位，校验位应为“{expected}”。请对照营业执照重新填写。',
    en: 'The unified social credit code “{uscc}” is wrong: 18 characters with check character “{expected}”. Copy it from the licence.',
  },
  'area-unknown': {
    kind: 'invalid',
    zh: '没有区划代码“{area}”。请使用 GB/T 2260 代码（例如 220100）或平台代码。',
    en: 'There is no area code “{area}”. Use a GB/T 2260 code (for example 220100) or a platform code.',
  },
  'area-not-in-force': {
    kind: 'invalid',
    zh: '区划代码“{area}”在 {day} 不适用。现行代码：{successor}。',
    en: 'The area code “{area}” does not hold on {day}. The code in its place: {successor}.',
  },
} as const satisfies ProblemCatalogue;

/** Every refusal of intake, with what to do about it. */
export const intakeProblems = {
  ...sharedProblems,
  ...organisationProblems,
  ...nameProblems,
  ...applicationProblems,
  ...findingProblems,
} as const satisfies ProblemCatalogue;

/** Stable code of a refusal of intake. */
export type IntakeProblem = keyof typeof intakeProblems;

/** Refuses a command with a problem of intake's catalogue. */
export function deny(
  code: IntakeProblem,
  details: Omit<Refusal, 'code'> = {},
): { readonly refused: Refusal<IntakeProblem> } {
  return refuse<IntakeProblem>(code, details);
}
