import { isDuplicateKey } from '@iic/event-sourcing/mongodb';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Collection } from '../collection.ts';
import type { CollectionSpec } from '../collection-spec.ts';
import { CollectionChanged, type DocumentDatabase, type Write } from '../document-database.ts';
import { type Layout, layoutOf } from '../layout.ts';
import { documentModel, indexesOf } from './document-model.ts';
import { reaching } from './documents-unavailable.ts';
import { MongoCollection } from './mongo-collection.ts';
import { knowsTransactions, openMongo, pingMongo } from './mongo-connection.ts';
import { MongoWriter } from './mongo-writer.ts';

/** A collection version that exists. */
interface Registered {
  readonly _id: string;
  readonly name: string;
  readonly version: number;
  /** JSON of the layout. */
  readonly layout: string;
}

/** The document database port on MongoDB: one database, a MongoDB collection per collection version. */
export class MongoDocumentDatabase implements DocumentDatabase {
  readonly #connection: Connection;
  readonly #writer: MongoWriter;
  readonly #registry: Model<Registered>;
  readonly #layouts = new Map<string, Layout>();
  readonly #preparations = new Map<string, () => Promise<void>>();

  private constructor(connection: Connection, transactions: boolean) {
    this.#connection = connection;
    this.#writer = new MongoWriter(connection, transactions);
    const schema = new Schema(
      {
        _id: { type: String, required: true },
        name: { type: String, required: true },
        version: { type: Number, required: true },
        layout: { type: String, required: true },
      },
      { strict: 'throw', versionKey: false },
    );
    this.#registry = connection.model<Registered>('collections', schema, 'collections');
  }

  /** Opens a database and finishes what a crash left half written. Rejects with `MongoUnusable`. */
  static async open(url: string, database: string): Promise<MongoDocumentDatabase> {
    const connection = await openMongo(url, database);
    const opened = new MongoDocumentDatabase(connection, await knowsTransactions(connection));
    for (const { layout } of await opened.#registry.find().lean<Registered[]>()) {
      const parsed: Layout = JSON.parse(layout);
      opened.#layouts.set(parsed.label, parsed);
      documentModel(connection, parsed);
    }
    await opened.#writer.recover();
    return opened;
  }

  /** Asks the server something small; rejects when it does not answer. */
  ping(): Promise<void> {
    return pingMongo(this.#connection);
  }

  collection<Doc, Field extends string, Sort extends string>(
    spec: CollectionSpec<Doc, Field, Sort>,
  ): Collection<Doc, Field, Sort> {
    const layout = layoutOf<Doc>(spec);
    const known = this.#layouts.get(layout.label);
    if (known !== undefined && known.fingerprint !== layout.fingerprint) {
      throw new CollectionChanged(layout.label);
    }
    if (known === undefined) {
      this.#layouts.set(layout.label, layout);
      this.#preparations.set(
        layout.label,
        once(() => this.#prepare<Doc>(spec, layout)),
      );
    }
    const ready = async (): Promise<void> => this.#preparations.get(layout.label)?.();
    const model = documentModel(this.#connection, layout);
    return new MongoCollection<Doc, Field, Sort>(spec, layout, model, this.#writer, ready);
  }

  async commit(writes: readonly Write[]): Promise<void> {
    await this.#prepared();
    await this.#writer.commit(writes);
  }

  async versionsOf(name: string): Promise<readonly number[]> {
    await this.#prepared();
    const found = await reaching(() =>
      this.#registry.find({ name }).sort({ version: 1 }).lean<Registered[]>(),
    );
    return found.map(({ version }) => version);
  }

  async drop(name: string, version: number): Promise<void> {
    await this.#prepared();
    const label = `${name}@${version}`;
    const layout = this.#layouts.get(label);
    if (layout === undefined) return;
    this.#layouts.delete(label);
    this.#preparations.delete(label);
    await reaching(async () => {
      // The entry goes last: what a crash leaves is dropped again.
      await documentModel(this.#connection, layout).deleteMany({});
      await this.#registry.deleteOne({ _id: label });
    });
    await this.#connection.db?.dropCollection(label).catch(() => undefined);
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  async #prepared(): Promise<void> {
    for (const prepare of this.#preparations.values()) await prepare();
  }

  async #prepare<Doc>(spec: CollectionSpec<Doc>, layout: Layout): Promise<void> {
    await reaching(async () => {
      const model = documentModel(this.#connection, layout);
      for (const index of indexesOf<Doc>(spec, layout)) await model.collection.createIndex(index);
      const entry = {
        _id: layout.label,
        name: spec.name,
        version: spec.version,
        layout: JSON.stringify(layout),
      };
      try {
        await this.#registry.create([entry]);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    });
  }
}

/** Runs work at its first call; later calls share its success, and try again after a failure. */
function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= work().catch((error) => {
      running = undefined;
      throw error;
    });
    return running;
  };
}
