import { intakeProblems } from './problems.ts';

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe('every problem of intake', () => {
  it.each(Object.entries(intakeProblems))(
    '%s says the same in both languages and what to do',
    (code, problem) => {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(problem.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(problem.zh).toMatch(/。$/);
      expect(problem.en).toMatch(/[.:]$/);
      expect(placeholders(problem.zh)).toEqual(placeholders(problem.en));
    },
  );
});
