import { type Connection, type Model, Schema } from 'mongoose';
import type { HoldStatus } from '../consumer-state.ts';

/** How far a group is with a feed. */
export interface StoredCheckpoint {
  readonly _id: string;
  readonly seq: number;
}

/** A message as it lies in MongoDB; its id is group, feed and seq. */
export interface StoredHeld {
  readonly _id: string;
  readonly group: string;
  readonly ordinal: number;
  readonly status: HoldStatus;
  readonly feed: string;
  readonly seq: number;
  readonly key: string;
  readonly stream: string;
  readonly subject: string | null;
  readonly reason: string | null;
  readonly attempts: number;
  readonly since: string;
  readonly delivery: string;
}

/** A discarded message; its id is group, feed and seq. */
export interface StoredDiscard {
  readonly _id: string;
  readonly group: string;
  readonly ordinal: number;
  readonly failure: string | null;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly delivery: string;
}

/** The collections of a consumer state. */
export interface ConsumerModels {
  readonly checkpoints: Model<StoredCheckpoint>;
  readonly counters: Model<StoredCheckpoint>;
  readonly held: Model<StoredHeld>;
  readonly discarded: Model<StoredDiscard>;
}

const text = { type: String, required: true };
const number = { type: Number, required: true };
const optional = { type: String, default: null };
const closed = { strict: 'throw', versionKey: false } as const;

/** Models of the collections, and their indexes. */
export async function consumerModels(connection: Connection): Promise<ConsumerModels> {
  const counting = new Schema({ _id: text, seq: number }, closed);
  const held = new Schema(
    {
      _id: text,
      group: text,
      ordinal: number,
      status: text,
      feed: text,
      seq: number,
      key: text,
      stream: text,
      subject: optional,
      reason: optional,
      attempts: number,
      since: text,
      delivery: text,
    },
    closed,
  );
  const discarded = new Schema(
    {
      _id: text,
      group: text,
      ordinal: number,
      failure: optional,
      reason: text,
      by: text,
      at: text,
      delivery: text,
    },
    closed,
  );
  const models = {
    checkpoints: connection.model<StoredCheckpoint>('checkpoints', counting, 'checkpoints'),
    counters: connection.model<StoredCheckpoint>('counters', counting, 'counters'),
    held: connection.model<StoredHeld>('held-messages', held, 'held-messages'),
    discarded: connection.model<StoredDiscard>('discarded-messages', discarded, 'discarded-messages'),
  };
  await models.held.collection.createIndex({ group: 1, ordinal: 1 });
  await models.discarded.collection.createIndex({ group: 1, ordinal: 1 });
  return models;
}
