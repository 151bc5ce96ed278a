import type { Collection } from '../collection.ts';
import type { Write } from '../document-database.ts';
import type { ProjectedEvent, ProjectionWriter } from './projection.ts';
import type { Tracked } from './tracked.ts';

/** How documents follow from events; pure. */
export interface DocumentRules<Doc> {
  /** Ids of the documents an event touches; none for an event the projection does not care about. */
  idsOf(event: ProjectedEvent): readonly string[];
  /** The document after the event; undefined for none (any more). Returns a new object, changes nothing. */
  apply(doc: Doc | undefined, event: ProjectedEvent, id: string): Doc | undefined;
  /**
   * How repeated events are recognised: by the revision of each stream that went into a document (default),
   * or, for documents fed by countless streams of one log, by their seq alone.
   */
  readonly repeats?: 'by-stream' | 'by-seq';
}

interface Entry<Doc> {
  doc: Doc | undefined;
  marks: Record<string, number>;
  /** Stored version; 0 when nothing is stored. */
  version: number;
}

const keptDocuments = 20_000;

/** Folds events into documents, keeping recently touched ones in memory: it is their only writer. */
export class DocumentWriter<Doc> implements ProjectionWriter {
  readonly #documents: Collection<Tracked<Doc>>;
  readonly #rules: DocumentRules<Doc>;
  readonly #entries = new Map<string, Entry<Doc>>();
  readonly #dirty = new Set<string>();

  constructor(documents: Collection<Tracked<Doc>>, rules: DocumentRules<Doc>) {
    this.#documents = documents;
    this.#rules = rules;
  }

  async prepare(events: readonly ProjectedEvent[]): Promise<void> {
    const unknown = new Set<string>();
    for (const event of events) {
      for (const id of safeIds(this.#rules, event)) if (!this.#entries.has(id)) unknown.add(id);
    }
    for (const { id, doc, version } of await this.#documents.getMany([...unknown])) {
      this.#entries.set(id, { doc: doc.doc, marks: { ...doc.marks }, version });
      unknown.delete(id);
    }
    for (const id of unknown) this.#entries.set(id, { doc: undefined, marks: {}, version: 0 });
  }

  apply(event: ProjectedEvent): void {
    const { source, position } = this.#markOf(event);
    const changes = this.#rules.idsOf(event).flatMap((id) => {
      const entry = this.#entries.get(id);
      if (entry === undefined) throw new Error(`Document ${id} was not prepared; idsOf must be pure.`);
      if ((entry.marks[source] ?? -1) >= position) return [];
      return [{ id, entry, doc: this.#rules.apply(entry.doc, event, id) }];
    });
    for (const { id, entry, doc } of changes) {
      entry.doc = doc;
      entry.marks[source] = position;
      this.#dirty.add(id);
    }
  }

  writes(): readonly Write[] {
    return [...this.#dirty].flatMap((id) => {
      const entry = this.#entries.get(id);
      if (entry === undefined) return [];
      const { doc, marks, version } = entry;
      if (doc !== undefined) return [this.#documents.preparePut(id, { doc, marks }, version)];
      return version > 0 ? [this.#documents.prepareDelete(id, version)] : [];
    });
  }

  committed(): void {
    for (const id of this.#dirty) {
      const entry = this.#entries.get(id);
      if (entry === undefined) continue;
      if (entry.doc === undefined) this.#entries.delete(id);
      else entry.version += 1;
    }
    this.#dirty.clear();
    if (this.#entries.size > keptDocuments) this.#entries.clear();
  }

  reset(): void {
    this.#entries.clear();
    this.#dirty.clear();
  }

  #markOf({ seq, envelope }: ProjectedEvent): { readonly source: string; readonly position: number } {
    if (this.#rules.repeats === 'by-seq') return { source: 'seq', position: seq };
    return { source: envelope.stream, position: envelope.revision };
  }
}

/** An event that `idsOf` cannot read fails when it is applied, where the events before it are kept. */
function safeIds<Doc>(rules: DocumentRules<Doc>, event: ProjectedEvent): readonly string[] {
  try {
    return rules.idsOf(event);
  } catch {
    return [];
  }
}
