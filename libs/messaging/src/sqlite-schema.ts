/** Tables of a consumer state file. `grp` is the consumer group. */
export const consumerStateSchema = `
  CREATE TABLE IF NOT EXISTS checkpoint (
    grp TEXT NOT NULL, feed TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (grp, feed)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS held (
    ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
    grp TEXT NOT NULL, feed TEXT NOT NULL, seq INTEGER NOT NULL, key TEXT NOT NULL, stream TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'parked', 'behind')),
    subject TEXT, reason TEXT, attempts INTEGER NOT NULL, since TEXT NOT NULL, delivery TEXT NOT NULL,
    UNIQUE (grp, feed, seq)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS held_key ON held (grp, key, status);
  CREATE INDEX IF NOT EXISTS held_stream ON held (grp, feed, stream, status);
  CREATE INDEX IF NOT EXISTS held_status ON held (grp, status, subject);
  CREATE TABLE IF NOT EXISTS discarded (
    ordinal INTEGER PRIMARY KEY,
    grp TEXT NOT NULL, feed TEXT NOT NULL, seq INTEGER NOT NULL, failure TEXT, delivery TEXT NOT NULL,
    reason TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
    UNIQUE (grp, feed, seq)
  ) STRICT;
`;

/** Whether a message of :grp, :key, :feed and :stream is blocked by one kept before :before. */
const blocked = (key: string, feed: string, stream: string, before: string): string => `(
  EXISTS (SELECT 1 FROM held s WHERE s.grp = :grp AND s.feed = ${feed} AND s.stream = ${stream}
    AND s.ordinal < ${before})
  OR EXISTS (SELECT 1 FROM held p WHERE p.grp = :grp AND p.key = ${key} AND p.status = 'parked'
    AND p.ordinal < ${before})
  OR EXISTS (SELECT 1 FROM held b WHERE b.grp = :grp AND b.key = ${key} AND b.status = 'behind'
    AND b.ordinal < ${before}
    AND NOT EXISTS (SELECT 1 FROM held w WHERE w.grp = :grp AND w.feed = b.feed AND w.stream = b.stream
      AND w.status = 'waiting' AND w.ordinal < b.ordinal)))`;

const runnable = `h.status = 'behind' AND NOT ${blocked('h.key', 'h.feed', 'h.stream', 'h.ordinal')}`;

/** The statements of the SQLite consumer state. */
export const statements = {
  checkpoint: 'SELECT seq FROM checkpoint WHERE grp = ? AND feed = ?',
  saveCheckpoint: `INSERT INTO checkpoint (grp, feed, seq) VALUES (?, ?, ?)
    ON CONFLICT (grp, feed) DO UPDATE SET seq = excluded.seq`,
  forgetHeldAfter: 'DELETE FROM held WHERE grp = ? AND feed = ? AND seq > ?',
  forgetDiscardedAfter: 'DELETE FROM discarded WHERE grp = ? AND feed = ? AND seq > ?',
  holdsAny: 'SELECT 1 AS found FROM held WHERE grp = ? LIMIT 1',
  heldAt: 'SELECT delivery FROM held WHERE grp = ? AND feed = ? AND seq = ?',
  forgetHeldAt: 'DELETE FROM held WHERE grp = ? AND feed = ? AND seq = ?',
  discardedAt: 'SELECT delivery FROM discarded WHERE grp = ? AND feed = ? AND seq = ?',
  isBlocked: `SELECT ${blocked(':key', ':feed', ':stream', '9223372036854775807')} AND NOT EXISTS (
    SELECT 1 FROM held l WHERE l.grp = :grp AND l.key = :key AND l.feed = :feed AND l.seq > :seq) AS found`,
  hold: `INSERT INTO held (grp, feed, seq, key, stream, status, subject, reason, attempts, since, delivery)
    VALUES (:grp, :feed, :seq, :key, :stream, :status, :subject, :reason, :attempts, :since, :delivery)
    ON CONFLICT (grp, feed, seq) DO UPDATE SET status = excluded.status, subject = excluded.subject,
      reason = excluded.reason, attempts = excluded.attempts
    RETURNING ordinal`,
  remove: 'DELETE FROM held WHERE grp = ? AND ordinal = ?',
  wake: `UPDATE held SET status = 'behind', subject = NULL
    WHERE grp = ? AND status = 'waiting' AND subject = ?`,
  wakeBefore: `UPDATE held SET status = 'behind', subject = NULL
    WHERE grp = ? AND status = 'waiting' AND since < ?`,
  isRunnable: `SELECT 1 AS found FROM held h WHERE h.grp = :grp AND h.ordinal = :ordinal AND ${runnable}`,
  findRunnable: `SELECT * FROM held h WHERE h.grp = :grp AND ${runnable} ORDER BY h.ordinal LIMIT 1`,
  find: 'SELECT * FROM held WHERE grp = ? AND ordinal = ?',
  list: `SELECT * FROM held WHERE grp = :grp AND ordinal > :after AND (:status IS NULL OR status = :status)
    ORDER BY ordinal LIMIT :limit`,
  counts: `SELECT count(*) FILTER (WHERE status = 'waiting') AS waiting,
      count(*) FILTER (WHERE status = 'parked') AS parked,
      count(*) FILTER (WHERE status = 'behind') AS behind,
      min(since) FILTER (WHERE status = 'waiting') AS oldestWaiting
    FROM held WHERE grp = ?`,
  discard: `INSERT OR REPLACE INTO discarded (ordinal, grp, feed, seq, failure, delivery, reason, by, at)
    SELECT ordinal, grp, feed, seq, reason, delivery, ?, ?, ? FROM held WHERE grp = ? AND ordinal = ?`,
  discarded: `SELECT * FROM discarded WHERE grp = ? AND ordinal > ? ORDER BY ordinal LIMIT ?`,
} as const;
