import type { Conditions, ReadableCollection, Where } from '@iic/read-models';

/** Which page of a list to answer. */
export interface ListQuery<Field extends string, Sort extends string> {
  /** The caller's scope and filters, without the one on the counted field. */
  readonly where: readonly Where<Field>[];
  /** The field whose values are counted over everything that meets `where`. */
  readonly counted: Field;
  /** The value of the counted field to show; all when left out. */
  readonly only?: string | undefined;
  readonly sort: Sort;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A page of a list, with counts that tell what the other values of the counted field would show. */
export interface ListReply<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly counts: Readonly<Record<string, number>>;
}

/** Answers a list: what the caller may see of a collection and asked for, page by page. */
export async function listReply<Doc, Field extends string, Sort extends string, Item>(
  collection: ReadableCollection<Doc, Field, Sort>,
  { where, counted, only, sort, limit, cursor }: ListQuery<NoInfer<Field>, NoInfer<Sort>>,
  itemOf: (doc: Doc) => Item,
): Promise<ListReply<Item>> {
  const shown: Conditions<Field> =
    only === undefined ? where : [...where, { [counted]: only } as Where<Field>];
  const page = await collection.query({
    where: shown,
    sort,
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  });
  const counts = await collection.countBy(counted, where);
  return {
    items: page.items.map(({ doc }) => itemOf(doc)),
    nextCursor: page.nextCursor,
    counts: Object.fromEntries(counts.map(({ value, count }) => [String(value), count])),
  };
}
