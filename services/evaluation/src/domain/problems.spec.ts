import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluationFindings } from './finding-problems.ts';
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

describe('a finding', () => {
  const found = new Set(
    sources.flatMap((name) =>
      [...readFileSync(join(here, name), 'utf8').matchAll(/(?:code|rule): '([a-z]+(?:-[a-z]+)+)'/g)].map(
        ([, code]) => code,
      ),
    ),
  );

  it.each(Object.keys(evaluationFindings))('%s is found by some rule', (code) => {
    expect(found).toContain(code);
  });

  it('that evaluation itself makes has a text', () => {
    for (const code of [
      'conflict-found-after-conclusion',
      'departure-from-panel-opinion',
      'recommendation-departs-from-score',
      'criterion-below-floor',
    ])
      expect(evaluationFindings).toHaveProperty([code, 'en'], expect.stringMatching(/\.$/));
  });
});
