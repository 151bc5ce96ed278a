/**
 * What breaks readers of events. They meet both what was recorded long ago and what is recorded now, so a version
 * may neither promise less nor demand more than it did: it may only get new optional members and travel further.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Reach } from '@iic/contracts';
import type { JsonSchema } from './json-schema.ts';
import type { ContractSnapshot, ReleasedContracts } from './snapshot.ts';

const distance: Readonly<Record<Reach, number>> = { journal: 0, integration: 1, public: 2 };

/** Keywords that only explain. */
const explaining: ReadonlySet<string> = new Set(['title', 'description', 'examples', '$comment']);

/** Every change of the contracts that breaks a reader, with what to do instead; empty when there is none. */
export function breakingChanges(released: ReleasedContracts, current: ReleasedContracts): readonly string[] {
  const now = new Map(current.events.map((event) => [nameOf(event), event]));
  const highest = new Map<string, number>();
  for (const { type, version } of current.events) {
    highest.set(type, Math.max(version, highest.get(type) ?? 0));
  }
  const events = released.events.flatMap((before) => {
    const changes = changesOf(before, now.get(nameOf(before)));
    return changes.map((change) => advise(before, change, (highest.get(before.type) ?? before.version) + 1));
  });
  return [...keyChanges(released, current), ...events];
}

function nameOf({ service, type, version }: ContractSnapshot): string {
  return `${service} ${type} v${version}`;
}

function advise(event: ContractSnapshot, change: string, next: number): string {
  return `${nameOf(event)}: ${change}. Leave this version as it was released and add version ${next} beside it; see docs/how-to/add-an-event-version.md.`;
}

function keyChanges(released: ReleasedContracts, current: ReleasedContracts): readonly string[] {
  const channels: readonly Reach[] = ['journal', 'integration', 'public'];
  return channels
    .filter((channel) => released.keys[channel] !== current.keys[channel])
    .map(
      (channel) =>
        `Messages of the ${channel} channel are keyed by ${current.keys[channel]} instead of ${released.keys[channel]}: what was in order no longer is. Keep the key, or offer a new channel beside the old one.`,
    );
}

function changesOf(before: ContractSnapshot, now: ContractSnapshot | undefined): readonly string[] {
  if (now === undefined) return ['was removed'];
  return [
    ...(distance[now.reach] < distance[before.reach] ? [tightened('it', before.reach, now.reach)] : []),
    ...Object.entries(before.fields).flatMap(([field, reach]) => {
      const reachNow = now.fields[field];
      const tighter = reachNow !== undefined && distance[reachNow] < distance[reach];
      return tighter ? [tightened(`the field ${field}`, reach, reachNow)] : [];
    }),
    ...schemaChanges(before.data, now.data, ''),
  ];
}

function tightened(what: string, before: Reach, now: Reach): string {
  return `${what} travelled as far as ${before} and now only as far as ${now}`;
}

function schemaChanges(before: JsonSchema, now: JsonSchema, path: string): readonly string[] {
  if (isDeepStrictEqual(before, now)) return [];
  const nested: readonly string[] = ['properties', 'required', 'items', 'anyOf'];
  const keywords = new Set([...Object.keys(before), ...Object.keys(now)]);
  const changed = [...keywords].filter(
    (keyword) =>
      !explaining.has(keyword) &&
      !nested.includes(keyword) &&
      !isDeepStrictEqual(before[keyword], now[keyword]),
  );
  return [
    ...changed.map(
      (keyword) =>
        `${keyword} of ${path || 'the data'} was ${text(before[keyword])} and is ${text(now[keyword])}`,
    ),
    ...memberChanges(before, now, path),
    ...itemChanges(before.items, now.items, path),
    ...alternativeChanges(before.anyOf, now.anyOf, path),
  ];
}

function memberChanges(before: JsonSchema, now: JsonSchema, path: string): readonly string[] {
  const membersNow = now.properties ?? {};
  const members = before.properties ?? {};
  const changes = Object.entries(members).flatMap(([name, member]) => {
    const at = path === '' ? name : `${path}.${name}`;
    const memberNow = membersNow[name];
    if (memberNow === undefined) return [`the field ${at} was removed`];
    return [...demandChange(before, now, name, at), ...schemaChanges(member, memberNow, at)];
  });
  const demanded = Object.keys(membersNow).filter((name) => !(name in members) && isRequired(now, name));
  const added = demanded.map(
    (name) =>
      `the new field ${path === '' ? name : `${path}.${name}`} is required, but recorded events lack it (make it optional)`,
  );
  return [...changes, ...added];
}

function demandChange(before: JsonSchema, now: JsonSchema, name: string, at: string): readonly string[] {
  if (isRequired(before, name) === isRequired(now, name)) return [];
  return isRequired(before, name)
    ? [`the field ${at} became optional, but readers count on it`]
    : [`the field ${at} became required, but recorded events may lack it`];
}

function isRequired({ required = [] }: JsonSchema, name: string): boolean {
  return required.includes(name);
}

function itemChanges(
  before: JsonSchema | undefined,
  now: JsonSchema | undefined,
  path: string,
): readonly string[] {
  if (before !== undefined && now !== undefined) return schemaChanges(before, now, `${path}[]`);
  return before === now ? [] : [`the items of ${path} changed`];
}

function alternativeChanges(
  before: readonly JsonSchema[] = [],
  now: readonly JsonSchema[] = [],
  path: string,
): readonly string[] {
  if (before.length === now.length) {
    return before.flatMap((one, index) => schemaChanges(one, now[index] ?? {}, path));
  }
  return now.length > before.length
    ? [`${path} may now be something readers do not know (a wider enumeration)`]
    : [`${path} may no longer be everything that was recorded (a narrower enumeration)`];
}

function text(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}
