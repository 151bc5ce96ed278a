/** The gate: what readers of released contracts rely on still holds. */
import { allEvents } from '@iic/contracts';
import { channelKeys } from '@iic/messaging';
import { breakingChanges } from './compare.ts';
import { keptReleases, readReleased, snapshotOf } from './snapshot.ts';

it('keeps the contracts of at least one release', () => expect(keptReleases).not.toEqual([]));

it.each(keptReleases)('the contracts break no reader of %s', (release) => {
  const current = snapshotOf('current', allEvents, channelKeys);
  expect(breakingChanges(readReleased(release), current)).toEqual([]);
});
