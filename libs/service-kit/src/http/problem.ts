import type { Finding, ProblemCatalogue, ProblemKind } from '@iic/event-sourcing';
import { inChinese } from './field-messages.ts';
import { kitStatuses } from './kit-problems.ts';
import type { Language } from './language.ts';
import { kitTerms, originInChinese, type Terms, withTerms } from './terms.ts';

/** One member of a request that is wrong. */
export interface FieldError {
  /** Where, as a path of the body or the name of a parameter. */
  readonly field: string;
  /** In English; {@link problemBody} tells it in the caller's language. */
  readonly message: string;
}

/** What a problem says besides its code. */
export interface ProblemDetails {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly findings?: readonly Finding[];
  readonly errors?: readonly FieldError[];
}

/** An error that is to be answered with a problem of the catalogue. */
export class Problem extends Error {
  readonly code: string;
  readonly details: ProblemDetails;

  constructor(code: string, details: ProblemDetails = {}) {
    super(`Problem ${code}.`);
    this.code = code;
    this.details = details;
  }
}

/** The body of an `application/problem+json` answer (RFC 9457). */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance: string;
  readonly findings?: readonly (Finding & { readonly message: string })[];
  readonly errors?: readonly FieldError[];
}

const statuses: Readonly<Record<ProblemKind, number>> = {
  invalid: 422,
  state: 409,
  conflict: 409,
  forbidden: 403,
  'not-found': 404,
  precondition: 412,
};

const titles: Readonly<Record<ProblemKind, Readonly<Record<Language, string>>>> = {
  invalid: { zh: '请求不符合要求', en: 'Not acceptable as it is' },
  state: { zh: '当前不能办理', en: 'Not possible now' },
  conflict: { zh: '与他人的办理冲突', en: 'In conflict with another' },
  forbidden: { zh: '无权办理', en: 'Not allowed' },
  'not-found': { zh: '未找到', en: 'Not found' },
  precondition: { zh: '前提已变', en: 'Changed meanwhile' },
};

/** HTTP status of a problem. */
export function problemStatus(catalogue: ProblemCatalogue, code: string): number {
  return kitStatuses[code] ?? statuses[catalogue[code]?.kind ?? 'state'];
}

/** Renders a problem in the caller's language, Chinese with the words of `terms`. `code` must be in the catalogue. */
export function problemBody(
  catalogue: ProblemCatalogue,
  code: string,
  details: ProblemDetails,
  language: Language,
  instance: string,
  terms: Terms = kitTerms,
): ProblemBody {
  const definition = catalogue[code];
  const words = language === 'zh' ? terms : {};
  return {
    type: `urn:iic:problem:${code}`,
    title: titles[definition?.kind ?? 'state'][language],
    status: problemStatus(catalogue, code),
    detail: fillTemplate(definition?.[language] ?? code, inWords(details.params, words)),
    code,
    instance,
    ...(details.findings === undefined
      ? {}
      : {
          findings: details.findings.map((finding) => ({
            ...finding,
            message: findingMessage(catalogue, finding, language, words),
          })),
        }),
    ...(details.errors === undefined
      ? {}
      : {
          errors: details.errors.map(({ field, message }) => ({
            field,
            message: language === 'zh' ? inChinese(message) : message,
          })),
        }),
  };
}

/** A finding of a rule that only the policy pack names has no text of its own. */
const ruleFinding: Readonly<Record<Language, string>> = {
  zh: '适用规则“{rule}”（{origin}）须说明理由。',
  en: 'Relying on the rule {rule} ({origin}) needs a justification.',
};

function findingMessage(
  catalogue: ProblemCatalogue,
  { code, article, params }: Finding,
  language: Language,
  words: Terms,
): string {
  const text = catalogue[code]?.[language];
  if (text !== undefined) return fillTemplate(text, inWords(params, words));
  const origin = language === 'zh' ? originInChinese(article) : article;
  return fillTemplate(ruleFinding[language], { rule: code, origin });
}

/** Parameters whose values are codes; those of others are people's own words, even where one equals a code. */
const coded: ReadonlySet<string> = new Set([
  ...['act', 'action', 'allowed', 'basis', 'by', 'code', 'criteria', 'criterion', 'entry', 'form', 'kind'],
  ...['minimums', 'missing', 'outcome', 'position', 'possible', 'recommendation', 'role', 'source', 'status'],
  ...['suggested', 'what'],
]);

function inWords(params: ProblemDetails['params'] = {}, words: Terms): ProblemDetails['params'] {
  if (Object.keys(words).length === 0) return params;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, coded.has(name) ? withTerms(value, words) : value]),
  );
}

/** Puts a refusal's values into a text's `{name}` placeholders; one without a value stays as it is. */
export function fillTemplate(template: string, params: ProblemDetails['params'] = {}): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(params[name] ?? placeholder));
}
