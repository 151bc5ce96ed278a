import { canonicalJson, type Json } from '@iic/event-sourcing';
import { compareText } from '../text-order.ts';
import type { ApplicationContent, LeadUnit, Manifest } from './state.ts';

/** One difference between two versions. */
export interface VersionDifference {
  /** The part of the application: a section of the manifest. */
  readonly part: keyof ApplicationContent | 'leadUnit';
  /** Which item of a list part; `null` for a part that is one thing. */
  readonly item: string | null;
  readonly change: 'added' | 'removed' | 'changed';
  readonly before: Json | null;
  readonly after: Json | null;
}

/** How the items of each list part are told apart. */
const itemKeys = {
  members: (manifest) => keyed(manifest.members, (member) => member.organisation),
  platforms: (manifest) => keyed(manifest.platforms, ({ name, host }) => `${name} (${host})`),
  investment: (manifest) =>
    keyed(manifest.investment, ({ source, organisation }) =>
      organisation === null ? source : `${source}: ${organisation}`,
    ),
  milestones: (manifest) => keyed(manifest.milestones, (milestone) => milestone.id),
  conditions: (manifest) => keyed(manifest.conditions, (claim) => claim.condition),
  justifications: (manifest) => keyed(manifest.justifications, (given) => given.finding),
  chapters: (manifest) => keyed(manifest.chapters, (chapter) => chapter.key),
  attachments: (manifest) => keyed(manifest.attachments, ({ kind, hash }) => `${kind}: ${hash}`),
} as const satisfies Record<string, (manifest: Manifest) => ReadonlyMap<string, Json>>;

const singleParts = {
  leadUnit: (manifest) => manifest.leadUnit,
  field: (manifest) => manifest.field,
  name: (manifest) => manifest.name,
  entity: (manifest) => manifest.entity,
  constructionMonths: (manifest) => manifest.constructionMonths,
} as const satisfies Record<string, (manifest: Manifest) => Json | LeadUnit>;

/** Everything that differs between two versions, part by part; empty exactly when their manifests are equal. */
export function compareVersions(before: Manifest, after: Manifest): readonly VersionDifference[] {
  return [...compareSingles(before, after), ...compareLists(before, after)];
}

function compareSingles(before: Manifest, after: Manifest): readonly VersionDifference[] {
  return keysOf(singleParts).flatMap((part) =>
    difference(part, null, singleParts[part](before), singleParts[part](after)),
  );
}

function compareLists(before: Manifest, after: Manifest): readonly VersionDifference[] {
  return keysOf(itemKeys).flatMap((part) => {
    const left = itemKeys[part](before);
    const right = itemKeys[part](after);
    const items = [...new Set([...left.keys(), ...right.keys()])].toSorted(compareText);
    return items.flatMap((item) => difference(part, item, left.get(item) ?? null, right.get(item) ?? null));
  });
}

function difference(
  part: VersionDifference['part'],
  item: string | null,
  before: Json | null,
  after: Json | null,
): readonly VersionDifference[] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  const change = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return [{ part, item, change, before, after }];
}

/** Items by key; items with the same key stay apart by a running number. */
function keyed<Item extends Json>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, Item> {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    let unique = key;
    for (let number = 2; byKey.has(unique); number += 1) unique = `${key} #${number}`;
    byKey.set(unique, item);
  }
  return byKey;
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] {
  // Object.keys of an object literal without excess members.
  return Object.keys(record) as Key[];
}
