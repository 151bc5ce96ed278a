/** Keeps the contracts as they are as those of a release: `node test/contracts/record.ts v0.2.0`. */
import { allEvents } from '@iic/contracts';
import { channelKeys } from '@iic/messaging';
import { keptReleases, snapshotOf, writeReleased } from './snapshot.ts';

const [release] = process.argv.slice(2);
if (release === undefined || !/^v\d+\.\d+\.\d+$/.test(release)) {
  throw new Error('Name the release, such as v0.2.0.');
}
if (keptReleases.includes(release)) throw new Error(`The contracts of ${release} are already kept.`);
writeReleased(snapshotOf(release, allEvents, channelKeys));
