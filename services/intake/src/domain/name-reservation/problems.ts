import type { ProblemCatalogue } from '@iic/event-sourcing';

export const nameProblems = {
  'name-taken': {
    kind: 'conflict',
    zh: '名称“{name}”已被其他在办申报或在册中心占用。请另拟名称后再提交。',
    en: 'The name “{name}” is held by another live case or center. Propose another name and submit again.',
  },
} as const satisfies ProblemCatalogue;
