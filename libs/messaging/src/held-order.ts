/** What of a kept message says whom it holds up. */
export interface HeldPlace {
  readonly ordinal: number;
  readonly status: 'waiting' | 'parked' | 'behind';
  readonly feed: string;
  readonly key: string;
  readonly stream: string;
}

/**
 * Whether a message of a key and a stream is blocked by those kept before it: by a parked one of its key, by any of
 * its stream, or by one behind in its key that no wait in its own stream explains.
 *
 * @param held kept messages of one group
 */
export function isBlocked(
  { key, feed, stream }: Pick<HeldPlace, 'feed' | 'key' | 'stream'>,
  before: number,
  held: readonly HeldPlace[],
): boolean {
  return held.some((one) => {
    if (one.ordinal >= before) return false;
    if (one.feed === feed && one.stream === stream) return true;
    if (one.key !== key) return false;
    return one.status === 'parked' || (one.status === 'behind' && !isExplained(one, held));
  });
}

/** Whether a message is behind only because one of its own stream waits. */
function isExplained(behind: HeldPlace, held: readonly HeldPlace[]): boolean {
  return held.some(
    (one) =>
      one.status === 'waiting' &&
      one.feed === behind.feed &&
      one.stream === behind.stream &&
      one.ordinal < behind.ordinal,
  );
}
