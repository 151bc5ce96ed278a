import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { collectionContract } from '../testing/index.ts';
import { sampleSpec } from '../testing/sample.ts';
import { SqliteDocumentDatabase } from './sqlite-document-database.ts';

collectionContract('sqlite in memory', async () => {
  const database = new SqliteDocumentDatabase({ path: ':memory:' });
  return { database, dispose: () => database.close() };
});

describe('SqliteDocumentDatabase', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'iic-documents-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('finds everything again when it is opened next', async () => {
    const path = join(folder, 'deep', 'documents.db');
    const first = new SqliteDocumentDatabase({ path, durable: true });
    await first.collection(sampleSpec()).put('a', { title: 't', units: ['u'] }, 0);
    await first.close();
    const second = new SqliteDocumentDatabase({ path });
    expect(await second.collection(sampleSpec()).get('a')).toEqual({
      id: 'a',
      doc: { title: 't', units: ['u'] },
      version: 1,
    });
    await second.close();
  });

  it('refuses writes that another database prepared', async () => {
    const first = new SqliteDocumentDatabase({ path: ':memory:' });
    const second = new SqliteDocumentDatabase({ path: ':memory:' });
    const write = first.collection(sampleSpec()).preparePut('a', { title: 't', units: [] }, 0);
    await expect(second.commit([write])).rejects.toThrow(/another database/);
    await first.close();
    await second.close();
  });

  it('answers filtered and sorted queries by index look-ups', async () => {
    const path = join(folder, 'documents.db');
    const database = new SqliteDocumentDatabase({ path });
    database.collection(sampleSpec());
    const raw = new DatabaseSync(path);
    const plan = (sql: string) =>
      raw
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map((row) => String(row['detail']))
        .join('; ');
    const filtered = plan(
      'SELECT doc FROM "samples@1" WHERE "f_status" = 1 AND ("f_amount", "f_title", id) < (1, 2, 3) ORDER BY "f_amount" DESC, "f_title" DESC, id DESC',
    );
    expect(filtered).toContain('samples@1#by#richest#status');
    expect(filtered).not.toContain('TEMP B-TREE');
    const mixed = plan(
      'SELECT doc FROM "samples@1" WHERE "f_status" >= 1 AND (("f_status" > 1) OR ("f_status" = 1 AND "f_amount" < 2)) ORDER BY "f_status", "f_amount" DESC, id DESC',
    );
    expect(mixed).toContain('samples@1#sort#mixed');
    expect(mixed).not.toContain('TEMP B-TREE');
    raw.close();
    await database.close();
  });
});
