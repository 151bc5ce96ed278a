/** What a platform shows of everything it holds, as far as that does not depend on the day. */
import type { Route } from '@iic/service-kit';
import { idsOf } from '../access/cases.ts';
import type { WholePlatform } from '../platform/whole-platform.ts';

const viewer = {
  role: 'pdrc-handler',
  organisation: 'org-viewer',
  person: 'p-viewer',
  jurisdiction: '220000',
} as const;

/** Members that say when it is, not how things stand. */
const ofTheDay = new Set(['asOf', 'asOfRecorded', 'until', 'overdue']);

/**
 * Answers of all queries for one thing, by path, in the order of the paths. Timelines show records as they are,
 * not what they led to, and are left out.
 */
export async function stateOf(platform: WholePlatform): Promise<Readonly<Record<string, unknown>>> {
  const state: Record<string, unknown> = {};
  for (const route of platform.services.flatMap((service) => service.routes).filter(showsOneThing)) {
    for (const id of await idsOf(platform, subjectOf(route))) {
      const path = route.path.replace(/:\w+/, id);
      const { status, body } = await platform.client.get(path, { as: viewer });
      if (status === 200 && typeof body === 'object') state[path] = lasting(body);
    }
  }
  return Object.fromEntries(Object.entries(state).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Actions of the queries that a recorded history was read with. */
const reads: readonly string[] = ['read', 'read-contacts'];

function showsOneThing({ method, path, requirement }: Route): boolean {
  const oneId = path.match(/:/g)?.length === 1 && !/operations|timeline/.test(path);
  return method === 'GET' && oneId && (requirement.access === 'public' || reads.includes(requirement.action));
}

/** Public routes name no subject; their path does. */
function subjectOf({ path, requirement }: Route): string {
  if (requirement.access === 'ability') return requirement.subject;
  return path.includes('/reviews/') ? 'Review' : 'Center';
}

function lasting(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lasting);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (ofTheDay.has(name) ? [] : [[name, lasting(member)]])),
  );
}
