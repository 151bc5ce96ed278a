import type { Origin } from '../../schema/parameter.ts';

/** Stands in the guideline's words. */
export function written(article: string): Origin {
  return { kind: 'article', article };
}

/** Our reading of the guideline's words. */
export function reading(article: string): Origin {
  return { kind: 'interpretation', article };
}

/** This platform's own; the guideline says nothing. */
export const ours: Origin = { kind: 'platform-default' };
