import { type CollectionSpec, isMany } from './collection-spec.ts';

/** What one version of a collection declares; every adapter lays its tables or documents out from it. */
export interface Layout {
  /** `name@version`, as in messages. */
  readonly label: string;
  /** Fields with one value, in a fixed order. */
  readonly scalars: readonly string[];
  /** Fields with several values. */
  readonly lists: readonly string[];
  /** Changes whenever the declared fields or sorts change. */
  readonly fingerprint: string;
}

/** The layout of a spec. */
export function layoutOf<Doc>(spec: CollectionSpec<Doc>): Layout {
  const label = `${spec.name}@${spec.version}`;
  const fields = Object.keys(spec.fields).sort();
  const lists = fields.filter((field) => isListField(spec, field));
  const scalars = fields.filter((field) => !lists.includes(field));
  const plain = scalars.filter((field) => typeof spec.fields[field] === 'object');
  const fingerprint = JSON.stringify({ scalars, lists, plain, sorts: spec.sorts });
  return { label, scalars, lists, fingerprint };
}

function isListField<Doc>(spec: CollectionSpec<Doc>, field: string): boolean {
  const index = spec.fields[field];
  return index !== undefined && isMany(index);
}
