import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Sources of a service's controllers, and of those every service has. */
function controllerSources(service: string): readonly string[] {
  return [`services/${service}/src/http`, 'libs/service-kit/src'].flatMap((folder) =>
    globSync('**/*.controller.ts', { cwd: join(root, folder) })
      .sort()
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  );
}

function classBody(source: string, name: string): string | undefined {
  const start = source.search(new RegExp(`^export class ${name}\\b`, 'm'));
  if (start < 0) return undefined;
  const end = source.indexOf('\n}', start);
  return source.slice(start, end < 0 ? undefined : end);
}

/** The documentation comment right before a method's decorators, as one line. */
function commentBefore(body: string, method: string): string {
  const at = body.search(new RegExp(`^ {2}(async )?${method}\\(`, 'm'));
  const before = body.slice(0, Math.max(at, 0));
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?: {2}@[\s\S]*)?$/.exec(
    before.slice(lastMemberEnd(before)),
  );
  return (comment?.[1] ?? '')
    .replaceAll(/^\s*\*? ?/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Where the member before ends: a line that closes it. */
function lastMemberEnd(text: string): number {
  return Math.max(text.lastIndexOf('\n  }\n'), 0);
}

function inWords(method: string): string {
  const words = method.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** What a route's handler (`Controller.method`) does: its documentation comment, or its name in words. */
export function descriptionOf(service: string, handler: string): string {
  const [controller = '', method = ''] = handler.split('.');
  for (const source of controllerSources(service)) {
    const body = classBody(source, controller);
    if (body !== undefined) return commentBefore(body, method) || inWords(method);
  }
  return inWords(method);
}
