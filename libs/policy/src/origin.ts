import type { Origin } from './schema/parameter.ts';

/** An origin as findings and decisions cite it: `Art. N`, `interpretation of Art. N` or `platform default`. */
export function originText(origin: Origin): string {
  switch (origin.kind) {
    case 'article':
      return origin.article;
    case 'interpretation':
      return `interpretation of ${origin.article}`;
    case 'platform-default':
      return 'platform default';
    default:
      return origin satisfies never;
  }
}

/** Whether the rule stands in the regulation's own words; relying on any other needs a stated reason. */
export function isWritten(origin: Origin): boolean {
  return origin.kind === 'article';
}
