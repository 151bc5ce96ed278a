/** Something wrong in a pack document. */
export interface PolicyPackProblem {
  /** JSON pointer to the place in the document (RFC 6901); empty for the document itself. */
  readonly path: string;
  readonly message: string;
}

/** A document that is no policy pack; nothing of it was loaded. */
export class InvalidPolicyPack extends Error {
  readonly code = 'policy-pack-invalid';
  constructor(
    /** File path, or another name of the document. */
    readonly source: string,
    readonly problems: readonly PolicyPackProblem[],
  ) {
    const lines = problems.map(({ path, message }) => `  ${path === '' ? '(document)' : path}: ${message}`);
    super(`Policy pack ${source} cannot be used:\n${lines.join('\n')}`);
  }
}
