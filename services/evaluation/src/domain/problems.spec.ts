import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluationProblems } from './problems.ts';

const here = import.meta.dirname;
const sources = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'),
);
const denied = new Set(
  sources.flatMap((name) =>
    [...readFileSync(join(here, name), 'utf8').matchAll(/deny\(\s*'([a-z-]+)'/g)].map(([, code]) => code),
  ),
);

describe('the catalogue of refusals', () => {
  it('lists exactly what deciders refuse with', () => {
    expect([...denied].sort()).toEqual(Object.keys(evaluationProblems).sort());
  });

  it.each(Object.entries(evaluationProblems))(
    '%s says what failed and what to do, in both languages',
    (_code, problem) => {
      const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect(placeholders(problem.zh)).toEqual(placeholders(problem.en));
      expect(problem.zh).toMatch(/。$/);
      expect(problem.en).toMatch(/\.$/);
      // One sentence for what failed, at least one clause for what to do.
      expect(problem.en.split(/[.;,]\s/).length).toBeGreaterThan(1);
    },
  );
});
