import type { ReadableCollection } from '../collection.ts';
import type { CollectionSpec } from '../collection-spec.ts';
import { type DocumentRules, DocumentWriter } from './document-writer.ts';
import type { Projection } from './projection.ts';
import { ProjectedCollection, trackedSpec } from './tracked.ts';

/**
 * A projection that keeps one collection of documents, named and versioned by the collection's spec.
 * Its view reads them; only its runner writes them.
 */
export function defineProjection<Doc, Field extends string, Sort extends string>(
  spec: CollectionSpec<Doc, Field, Sort>,
  rules: DocumentRules<NoInfer<Doc>>,
): Projection<ReadableCollection<Doc, Field, Sort>> {
  const stored = trackedSpec(spec);
  return {
    name: spec.name,
    version: spec.version,
    collections: [spec.name],
    open(database) {
      const documents = database.collection(stored);
      return {
        view: new ProjectedCollection(documents),
        writer: new DocumentWriter<Doc>(documents, rules),
      };
    },
  };
}
