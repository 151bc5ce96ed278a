import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nextDemonstration, noteDemonstration } from './demonstration.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'iic-demonstration-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the demonstration', () => {
  it('is played on an empty store only', () => {
    expect(nextDemonstration(folder, true)).toMatchObject({ finished: false });
    expect(nextDemonstration(folder, false)).toBeUndefined();
  });

  it('goes on where a start was interrupted, and is not repeated once it is through', () => {
    noteDemonstration(folder, { run: 'abc123', finished: false });
    expect(nextDemonstration(folder, false)).toEqual({ run: 'abc123', finished: false });
    noteDemonstration(folder, { run: 'abc123', finished: true });
    expect(nextDemonstration(folder, false)).toBeUndefined();
  });

  it('is left alone when its note cannot be read', () => {
    writeFileSync(join(folder, 'demonstration.json'), '{"run":');
    expect(nextDemonstration(folder, false)).toBeUndefined();
  });
});
