import type { Route } from './route-table.ts';

/** The methods that a path of a service takes, for one that was asked with another; none for an unknown path. */
export function allowedMethods(routes: readonly Route[], url: string): readonly string[] {
  const path = segmentsOf(url.split('?')[0] ?? '');
  const methods = routes.filter((route) => fits(segmentsOf(route.path), path)).map(({ method }) => method);
  return [...new Set(methods)].sort();
}

function segmentsOf(path: string): readonly string[] {
  return path.replace(/\/$/, '').split('/');
}

function fits(pattern: readonly string[], path: readonly string[]): boolean {
  return (
    pattern.length === path.length &&
    pattern.every((segment, index) => segment.startsWith(':') || segment === path[index])
  );
}
