import { sampleEnvelope } from './testing/sample-events.ts';
import { EventVersions } from './upcasters.ts';

describe('event versions', () => {
  const versions = new EventVersions(
    [
      { type: 'CenterRenamed', version: 1 },
      { type: 'CenterRenamed', version: 3 },
    ],
    {
      'CenterRenamed@1': ({ name }) => ({ names: [name ?? ''] }),
      'CenterRenamed@2': ({ names }) => ({ names: names ?? [], reason: 'not recorded' }),
    },
  );

  it('lifts old data through every version to the present one and leaves the stored event alone', () => {
    const stored = sampleEnvelope({ type: 'CenterRenamed', schemaVersion: 1, data: { name: '新名' } });
    expect(versions.dataOf(stored)).toEqual({ names: ['新名'], reason: 'not recorded' });
    expect(stored.data).toEqual({ name: '新名' });
  });

  it('writes the highest version', () => {
    expect(versions.current('CenterRenamed')).toBe(3);
  });

  it.each([
    ['an undeclared type', 'Unheard', 1],
    ['a version from the future', 'CenterRenamed', 4],
  ])('refuses %s', (_what, type, schemaVersion) => {
    expect(() => versions.dataOf(sampleEnvelope({ type, schemaVersion }))).toThrow(
      expect.objectContaining({ code: 'unknown-event-version' }),
    );
  });
});
