/** Tables of the event log. Triggers refuse every change of what is written, and every gap. */
export const eventTables = `
  CREATE TABLE IF NOT EXISTS streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE IF NOT EXISTS events (
    seq INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    leaf BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS events_by_stream ON events (stream, revision);
  CREATE INDEX IF NOT EXISTS streams_by_command ON events (json_extract(CAST(bytes AS TEXT), '$.commandId'))
  WHERE revision = 0;

  CREATE TRIGGER IF NOT EXISTS events_are_dense BEFORE INSERT ON events
  WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM events)
  BEGIN SELECT RAISE(ABORT, 'events are numbered without gaps'); END;
  CREATE TRIGGER IF NOT EXISTS events_keep_content BEFORE UPDATE ON events
  BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
  CREATE TRIGGER IF NOT EXISTS events_stay BEFORE DELETE ON events
  BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
  CREATE TRIGGER IF NOT EXISTS streams_keep_name BEFORE UPDATE ON streams
  BEGIN SELECT RAISE(ABORT, 'streams are append-only'); END;
  CREATE TRIGGER IF NOT EXISTS streams_stay BEFORE DELETE ON streams
  BEGIN SELECT RAISE(ABORT, 'streams are append-only'); END;
`;
