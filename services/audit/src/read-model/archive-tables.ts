import type { DatabaseSync, StatementSync } from 'node:sqlite';

/**
 * The archive's tables. Disputed records have a table of their own, since several may claim one position.
 * `first_missing` is where a gap before a record began.
 */
export const tables = `
  CREATE TABLE IF NOT EXISTS records (
    source TEXT NOT NULL, seq INTEGER NOT NULL, case_id TEXT NOT NULL, stream TEXT NOT NULL,
    revision INTEGER NOT NULL, bytes BLOB NOT NULL, leaf BLOB NOT NULL,
    PRIMARY KEY (source, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS records_by_case ON records (case_id);
  CREATE UNIQUE INDEX IF NOT EXISTS records_by_stream ON records (source, stream, revision);
  CREATE TABLE IF NOT EXISTS disputed (
    source TEXT NOT NULL, seq INTEGER NOT NULL, case_id TEXT NOT NULL, stream TEXT NOT NULL,
    revision INTEGER NOT NULL, bytes BLOB NOT NULL, leaf BLOB NOT NULL, recomputed BLOB NOT NULL,
    kind TEXT NOT NULL, first_missing INTEGER,
    PRIMARY KEY (source, seq, leaf, recomputed)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS disputed_by_case ON disputed (case_id);
  CREATE INDEX IF NOT EXISTS disputed_by_stream ON disputed (source, stream, revision);
  CREATE TABLE IF NOT EXISTS parties (
    case_id TEXT PRIMARY KEY, lead_unit TEXT, competent_unit TEXT, province TEXT,
    submitted INTEGER NOT NULL, filed INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER IF NOT EXISTS records_keep_content BEFORE UPDATE ON records
  BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
  CREATE TRIGGER IF NOT EXISTS records_stay BEFORE DELETE ON records
  BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
  CREATE TRIGGER IF NOT EXISTS disputed_keep_content BEFORE UPDATE ON disputed
  BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
  CREATE TRIGGER IF NOT EXISTS disputed_stay BEFORE DELETE ON disputed
  BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
`;

/** Every statement of the archive. */
const queries = {
  leafAt: `
    SELECT leaf FROM records WHERE source = :source AND seq = :seq
    UNION ALL
    SELECT leaf FROM disputed
    WHERE source = :source AND seq = :seq AND kind IN ('gap', 'position-mismatch')
    LIMIT 1`,
  disputedBefore: `
    SELECT 1 FROM disputed WHERE source = ? AND seq = ? AND leaf = ? AND recomputed = ?`,
  lastSeq: `
    SELECT max(seq) AS seq FROM (
      SELECT max(seq) AS seq FROM records WHERE source = :source
      UNION ALL
      SELECT max(seq) AS seq FROM disputed WHERE source = :source)`,
  lastRevision: `
    SELECT max(revision) AS revision FROM (
      SELECT max(revision) AS revision FROM records WHERE source = :source AND stream = :stream
      UNION ALL
      SELECT max(revision) AS revision FROM disputed WHERE source = :source AND stream = :stream)`,
  insert: `
    INSERT INTO records (source, seq, case_id, stream, revision, bytes, leaf) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  insertDisputed: `
    INSERT INTO disputed (source, seq, case_id, stream, revision, bytes, leaf, recomputed, kind, first_missing)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  saveParties: `
    INSERT INTO parties (case_id, lead_unit, competent_unit, province, submitted, filed)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (case_id) DO UPDATE
    SET lead_unit = excluded.lead_unit, competent_unit = excluded.competent_unit,
        province = excluded.province, submitted = excluded.submitted, filed = excluded.filed`,
  parties: `
    SELECT lead_unit, competent_unit, province, submitted, filed FROM parties WHERE case_id = ?`,
  anyParties: 'SELECT 1 FROM parties LIMIT 1',
  all: `SELECT source, bytes FROM records WHERE source = 'intake' ORDER BY seq`,
  ofCase: `
    SELECT source, seq, bytes, leaf, NULL AS kind FROM records WHERE case_id = :case
    UNION ALL
    SELECT source, seq, bytes, leaf, kind FROM disputed WHERE case_id = :case`,
  page: `
    SELECT source, seq, bytes, leaf, NULL AS kind FROM records
    WHERE source = ? AND seq > ? ORDER BY seq LIMIT ?`,
  disputedPage: `
    SELECT source, seq, bytes, leaf, kind FROM disputed
    WHERE source = ? AND seq > ? ORDER BY seq LIMIT ?`,
  progress: `
    SELECT source, max(seq) AS seq FROM (
      SELECT source, max(seq) AS seq FROM records GROUP BY source
      UNION ALL
      SELECT source, max(seq) AS seq FROM disputed GROUP BY source)
    GROUP BY source ORDER BY source`,
  missing: `
    SELECT first_missing AS first, seq - 1 AS last FROM disputed
    WHERE source = ? AND first_missing IS NOT NULL ORDER BY seq`,
} as const;

/** The archive's statements, compiled. */
export type ArchiveStatements = Readonly<Record<keyof typeof queries, StatementSync>>;

/** Compiles every statement once; the tables must be there. */
export function prepareArchive(database: DatabaseSync): ArchiveStatements {
  const {
    leafAt,
    disputedBefore,
    lastSeq,
    lastRevision,
    insert,
    insertDisputed,
    saveParties,
    parties,
    anyParties,
    all,
    ofCase,
    page,
    disputedPage,
    progress,
    missing,
  } = queries;
  return {
    leafAt: database.prepare(leafAt),
    disputedBefore: database.prepare(disputedBefore),
    lastSeq: database.prepare(lastSeq),
    lastRevision: database.prepare(lastRevision),
    insert: database.prepare(insert),
    insertDisputed: database.prepare(insertDisputed),
    saveParties: database.prepare(saveParties),
    parties: database.prepare(parties),
    anyParties: database.prepare(anyParties),
    all: database.prepare(all),
    ofCase: database.prepare(ofCase),
    page: database.prepare(page),
    disputedPage: database.prepare(disputedPage),
    progress: database.prepare(progress),
    missing: database.prepare(missing),
  };
}
