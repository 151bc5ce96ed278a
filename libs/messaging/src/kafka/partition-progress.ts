import { Progress } from '../progress.ts';

/** How far a group is with the partitions of its topics, by the seqs of the messages it is through with. */
export class PartitionProgress {
  readonly #progress = new Progress();

  /** A message that comes again does not take the group back. */
  advance(topic: string, partition: number, seq: number): void {
    const place = placeOf(topic, partition);
    if (seq > this.#progress.position(place)) this.#progress.advance(place, seq);
  }

  /** Whether the group got through with the seq within so many milliseconds. */
  reached(topic: string, partition: number, seq: number, timeoutMilliseconds: number): Promise<boolean> {
    return this.#progress.reached(placeOf(topic, partition), seq, timeoutMilliseconds);
  }
}

/** Name of a partition as a feed of the consumer state. */
export function placeOf(topic: string, partition: number): string {
  return `${topic}/${partition}`;
}

/** Name under which the consumer state keeps the offset to read next of a partition. */
export function nextOffsetOf(topic: string, partition: number): string {
  return `${placeOf(topic, partition)} next offset`;
}
