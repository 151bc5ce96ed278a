import type { ProblemCatalogue } from '@iic/event-sourcing';
import { kitProblems, problemStatus } from '@iic/service-kit';
import { allServices } from '@iic/standalone';
import { code, type Documents, page, table } from './markdown.ts';

function section(title: string, problems: ProblemCatalogue): string {
  const rows = Object.entries(problems)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { kind, zh, en }]) => [
      code(name),
      String(problemStatus(problems, name)),
      kind,
      `${zh}<br>${en}`,
    ]);
  return `## ${title}\n\n${table(['Code', 'Status', 'Kind', 'What failed, and what to do'], rows)}`;
}

/** The reference of problem codes: what every service shares, then each service's own. */
export function problemDocuments(): Documents {
  const own = (problems: ProblemCatalogue): ProblemCatalogue =>
    Object.fromEntries(Object.entries(problems).filter(([name]) => !Object.hasOwn(kitProblems, name)));
  const text = page(
    'Problem codes',
    'Every refusal and failure is answered as `application/problem+json` (RFC 9457). `code` is stable: a program may rely on it. The text comes in Chinese or English, as `Accept-Language` asks; `{names}` in braces stand for values of the case.',
    'Findings of the rules have codes of the same kind, and are listed in `findings` of the problem. A finding is never sent alone with the status of its row: the refusal that carries it is.',
    section('Every service', kitProblems),
    ...allServices.map(({ name, problems }) => section(name, own(problems))),
  );
  return { 'problem-codes.md': text };
}
