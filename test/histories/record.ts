/**
 * Plays a lifecycle on a new platform and keeps its log as the history of a release, once for each release:
 * `node test/histories/record.ts v0.2.0` on a built repository. What is kept is never recorded anew.
 */
import { runLifecycle } from '@iic/local';
import { newDataFolder, WholePlatform } from '../platform/whole-platform.ts';
import { layDown, readHistory, recordedReleases, writeHistory, writeState } from './history.ts';
import { stateOf } from './state.ts';

async function record(release: string): Promise<void> {
  const platform = await WholePlatform.start();
  await runLifecycle({
    url: platform.url,
    tokens: (identity) => platform.client.tokenOf(identity),
    print: console.log,
    run: 'history',
  });
  await platform.settled();
  for (const { runtime } of platform.services) {
    const events = await runtime.store.readAll(0, 100_000);
    if (events.length > 0) writeHistory(release, runtime.name, events);
  }
  await platform.close();
}

/** As the replay will see it: without keys of personal data. */
async function recordState(release: string): Promise<void> {
  const data = newDataFolder();
  await layDown(readHistory(release), data);
  const platform = await WholePlatform.start(data);
  await platform.settled();
  writeState(release, await stateOf(platform));
  await platform.close();
}

const [release] = process.argv.slice(2);
if (release === undefined || !/^v\d+\.\d+\.\d+$/.test(release)) {
  throw new Error('Name the release, such as v0.2.0.');
}
if (recordedReleases.includes(release)) throw new Error(`The history of ${release} is already kept.`);
await record(release);
await recordState(release);
