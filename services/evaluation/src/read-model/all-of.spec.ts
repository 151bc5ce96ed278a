import { defineCollection, SqliteDocumentDatabase } from '@iic/read-models';
import { allOf } from './all-of.ts';

const spec = defineCollection<{ readonly caseId: string }>()({
  name: 'samples',
  version: 1,
  fields: { caseId: ({ caseId }) => caseId },
  sorts: {},
});

describe('all documents', () => {
  it('are found beyond the first page, and only those that meet the conditions', async () => {
    const database = new SqliteDocumentDatabase({ path: ':memory:' });
    const samples = database.collection(spec);
    for (let number = 0; number < 1_003; number += 1) {
      await samples.put(`sample-${number}`, { caseId: number < 1_001 ? 'case-1' : 'case-2' }, 0);
    }
    expect((await allOf(samples, { caseId: 'case-1' })).length).toBe(1_001);
    expect((await allOf(samples, { caseId: 'case-2' })).map(({ id }) => id)).toEqual([
      'sample-1001',
      'sample-1002',
    ]);
    await database.close();
  });
});
