import { DatabaseSync } from 'node:sqlite';
import { EffectsLost } from './outcome.ts';
import { type InboxCommit, SqliteInbox } from './sqlite-inbox.ts';

const message = { id: 'event-1' };

function open(commit: InboxCommit) {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE effect (text TEXT NOT NULL)');
  const inbox = new SqliteInbox(database, { commit });
  const effects = () =>
    database
      .prepare('SELECT text FROM effect')
      .all()
      .map((row) => row['text']);
  const insert = (text: string) => (db: DatabaseSync) =>
    void db.prepare('INSERT INTO effect VALUES (?)').run(text);
  return { database, inbox, effects, insert };
}

describe.each(['each', 'batch'] as const)('SQLite inbox, commit %s', (commit) => {
  it('runs the effect of a message once for each group', () => {
    const { inbox, effects, insert } = open(commit);
    expect(inbox.once('g', message, insert('a'))).toBe(true);
    expect(inbox.once('g', message, insert('b'))).toBe(false);
    expect(inbox.once('other', message, insert('c'))).toBe(true);
    inbox.flush();
    expect(effects()).toEqual(['a', 'c']);
  });

  it('takes back everything of an effect that throws, so that it can run again', () => {
    const { inbox, effects, insert } = open(commit);
    inbox.once('g', { id: 'event-0' }, insert('before'));
    const broken = (db: DatabaseSync) => {
      insert('half')(db);
      throw new Error('broken');
    };
    expect(() => inbox.once('g', message, broken)).toThrow('broken');
    expect(inbox.once('g', message, insert('whole'))).toBe(true);
    inbox.flush();
    expect(effects()).toEqual(['before', 'whole']);
  });
});

describe('SQLite inbox', () => {
  it('commits each effect by itself unless told otherwise', () => {
    const { inbox, database, insert } = open('each');
    inbox.once('g', message, insert('a'));
    expect(database.isTransaction).toBe(false);
  });

  it('refuses an effect that is not over when it returns', () => {
    const { inbox, effects, insert } = open('each');
    const late = async (db: DatabaseSync) => insert('late')(db);
    expect(() => inbox.once('g', message, late)).toThrow('synchronous');
    expect(effects()).toEqual([]);
  });

  it('says so when SQLite takes the whole batch back', () => {
    const { inbox, effects, insert } = open('batch');
    inbox.once('g', { id: 'event-0' }, insert('earlier'));
    const fatal = (db: DatabaseSync) => {
      // What SQLite does by itself on a full disk.
      db.exec('ROLLBACK');
      throw new Error('database or disk is full');
    };
    expect(() => inbox.once('g', message, fatal)).toThrow(EffectsLost);
    expect(effects()).toEqual([]);
    expect(inbox.once('g', { id: 'event-0' }, insert('earlier'))).toBe(true);
  });
});
