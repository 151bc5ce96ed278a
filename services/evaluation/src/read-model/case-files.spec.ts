import { SqliteDocumentDatabase } from '@iic/read-models';
import { OtherFacts } from './case-files.ts';

const policy = { id: 'policy-1', hash: 'a' };
const other = { id: 'policy-2', hash: 'b' };
const at = (day: number) => `2026-01-0${day}T00:00:00.000Z`;

describe('the file of a case', () => {
  it('keeps the newest name and the first policy', async () => {
    const others = new OtherFacts(new SqliteDocumentDatabase({ path: ':memory:' }));
    await others.keepCase('case-1', { proposedName: '甲', namedAt: at(2), policy });
    await others.keepCase('case-1', { proposedName: '乙', namedAt: at(3), policy: other });
    await others.keepCase('case-1', { proposedName: '甲', namedAt: at(2), policy });
    expect(await others.findCase('case-1')).toEqual({ proposedName: '乙', namedAt: at(3), policy });
    await others.close();
  });
});
