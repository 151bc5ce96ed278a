/** Whatever a release recorded, this one still reads, and it means what it meant. */
import { canonicalJson } from '@iic/event-sourcing';
import { verifyLeaf } from '@iic/ledger';
import { Value } from 'typebox/value';
import { newDataFolder, WholePlatform } from '../platform/whole-platform.ts';
import { envelopeOf, layDown, readHistory, readState, recordedReleases } from './history.ts';
import { stateOf } from './state.ts';

it('keeps at least one history', () => expect(recordedReleases).not.toEqual([]));

describe.each(recordedReleases)('the history of %s', (release) => {
  const history = readHistory(release);
  let platform: WholePlatform;

  beforeAll(async () => {
    const data = newDataFolder();
    await layDown(history, data);
    platform = await WholePlatform.start(data);
    // The machine of the recording may have been ahead of this one; nothing is going to be recorded here.
    for (const { runtime } of platform.services) runtime.host.clock.confirm();
    await platform.settled();
  });

  afterAll(() => platform.close());

  it('has the leaves of its bytes, and bytes that are canonical', () => {
    for (const record of [...history.values()].flat()) {
      expect(verifyLeaf(record.bytes, record.leaf)).toBe(true);
      expect(Buffer.from(canonicalJson(envelopeOf(record))).equals(record.bytes)).toBe(true);
    }
  });

  it('can be read event by event in the versions of today', () => {
    for (const { runtime } of platform.services) {
      const contracts = new Map(
        runtime.definition.contracts.map((one) => [`${one.type}@${one.version}`, one]),
      );
      for (const record of history.get(runtime.name) ?? []) {
        const envelope = envelopeOf(record);
        expect(() => runtime.versions.dataOf(envelope)).not.toThrow();
        const contract = contracts.get(`${envelope.type}@${envelope.schemaVersion}`);
        expect({ type: envelope.type, kept: contract?.type }).toEqual({
          type: envelope.type,
          kept: envelope.type,
        });
        if (contract !== undefined) expect([...Value.Errors(contract.data, envelope.data)]).toEqual([]);
      }
    }
  });

  // Later releases may say more of a thing than was said when the history was recorded, but nothing else.
  it('leads to the state it led to', async () => {
    expect(await stateOf(platform)).toMatchObject(readState(release));
  });

  it('is not added to when every service hears all of it again', async () => {
    const { events } = await platform.heads();
    const recorded = [...history].map(([service, records]) => [service, records.length]);
    expect(events).toMatchObject(Object.fromEntries(recorded));
    for (const { runtime } of platform.services) {
      const counts = await runtime.parked.counts();
      expect(counts).toMatchObject({ parked: 0, waiting: 0, behind: 0 });
      expect(runtime.projections.status().filter(({ failure }) => failure !== null)).toEqual([]);
    }
  });
});
