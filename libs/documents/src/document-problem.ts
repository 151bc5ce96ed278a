import { type DocumentProblemCode, documentProblems } from './problems.ts';

/** Values for the placeholders of a problem's texts. */
export type ProblemParams = Readonly<Record<string, string | number>>;

/** A document that cannot be used, with a stable code; its texts are in {@link documentProblems}. */
export class DocumentProblem extends Error {
  readonly code: DocumentProblemCode;
  readonly params: ProblemParams;

  constructor(code: DocumentProblemCode, params: ProblemParams = {}) {
    super(fillIn(documentProblems[code].en, params));
    this.name = 'DocumentProblem';
    this.code = code;
    this.params = params;
  }
}

/** Tells a document problem by its code, which also holds across copies of this package. */
export function isDocumentProblem(error: unknown): error is DocumentProblem {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string' &&
    Object.hasOwn(documentProblems, error.code)
  );
}

/** Puts params into the `{name}` placeholders of a text; an unknown placeholder stays as it is. */
export function fillIn(text: string, params: ProblemParams): string {
  return text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : placeholder,
  );
}
