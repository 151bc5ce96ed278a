import { randomSalt, uuidV7 } from './random.ts';

describe('identifiers', () => {
  it('are UUIDs of version 7 that sort by time and do not repeat', () => {
    const ids = Array.from({ length: 5_000 }, () => uuidV7(1_700_000_000_000));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidV7(1_700_000_000_001) > (ids.at(-1) ?? '')).toBe(true);
  });

  it('come with salts of 16 bytes that do not repeat', () => {
    const salts = Array.from({ length: 5_000 }, randomSalt);
    expect(new Set(salts).size).toBe(salts.length);
    expect(Buffer.from(salts[0] ?? '', 'base64')).toHaveLength(16);
  });
});
