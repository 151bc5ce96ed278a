import type { EachBatchPayload } from 'kafkajs';
import type { Delivery } from '../message.ts';
import type { MessageProcessor } from '../message-processor.ts';
import { delayAfter } from '../retry-policy.ts';
import type { Delay } from '../wait.ts';
import { fromRecord, type RecordOrigin } from './kafka-record.ts';
import { outagePolicy } from './pauses.ts';

const heartbeatMilliseconds = 1_000;

/** What is needed to work through a batch of one partition. */
export interface BatchWork {
  readonly processor: MessageProcessor;
  readonly origin: RecordOrigin;
  /** Messages between two acknowledgements. */
  readonly size: number;
  /** Makes effects durable, then tells the broker: the next offset to read, and the highest seq seen. */
  acknowledge(nextOffset: number, seq: number, generation: number): Promise<void>;
  readonly onFailure: (error: unknown) => void;
  readonly delay: Delay;
}

/**
 * Works through a batch of one partition in order. It stops where the partition was taken away or the transport
 * closes; what it did is acknowledged, and whoever has the partition next goes on from there. While a dependency
 * is away the message in hand is tried again and again, and the group's coordinator is kept informed.
 */
export async function workThrough(
  payload: EachBatchPayload,
  work: BatchWork,
  closing: AbortSignal,
): Promise<void> {
  const lost = new AbortController();
  const beat = setInterval(() => {
    payload.heartbeat().catch((error) => lost.abort(error));
    if (payload.isStale() || !payload.isRunning()) lost.abort(new PartitionTaken());
  }, heartbeatMilliseconds);
  const signal = AbortSignal.any([closing, lost.signal]);
  try {
    const { messages } = payload.batch;
    for (let start = 0; start < messages.length && !signal.aborted; start += work.size) {
      await work.processor.room(signal);
      await workChunk(payload, messages.slice(start, start + work.size), work, signal);
    }
  } finally {
    clearInterval(beat);
  }
  // The library must learn that its member was thrown out, or it would go on as if nothing had happened.
  if (lost.signal.aborted && !(lost.signal.reason instanceof PartitionTaken)) throw lost.signal.reason;
}

/** The partition belongs to another member of the group now. */
class PartitionTaken extends Error {
  readonly code = 'partition-taken';
}

async function workChunk(
  payload: EachBatchPayload,
  messages: EachBatchPayload['batch']['messages'],
  work: BatchWork,
  signal: AbortSignal,
): Promise<void> {
  const { generation } = work.processor.effects;
  let next: number | undefined;
  let seq = 0;
  try {
    for (const message of messages) {
      if (signal.aborted || payload.isStale() || work.processor.effects.generation !== generation) break;
      const delivery = fromRecord(message, work.origin);
      await processed(delivery, work, signal);
      next = Number(message.offset) + 1;
      if (delivery.channel !== 'broken') seq = Math.max(seq, delivery.seq);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    if (next !== undefined && !payload.isStale()) {
      await work.acknowledge(next, seq, generation);
      payload.resolveOffset(String(next - 1));
    }
  }
}

async function processed(delivery: Delivery, work: BatchWork, signal: AbortSignal): Promise<void> {
  for (let failures = 1; ; failures += 1) {
    try {
      await work.processor.process(delivery, signal);
      return;
    } catch (error) {
      if (signal.aborted) throw error;
      work.onFailure(error);
      await work.delay(delayAfter(failures, outagePolicy), signal);
    }
  }
}
