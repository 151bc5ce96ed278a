import type { Conditions, ReadableCollection, Stored } from '@iic/read-models';

/** Every document that meets the conditions, page by page. */
export async function allOf<Doc, Field extends string, Sort extends string>(
  collection: Pick<ReadableCollection<Doc, Field, Sort>, 'query'>,
  where: Conditions<Field>,
): Promise<readonly Stored<Doc>[]> {
  const found: Stored<Doc>[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await collection.query({
      where,
      limit: 1_000,
      ...(cursor === undefined ? {} : { cursor }),
    });
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}
