/** What the archive does when its disk is full. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EventEnvelope } from '@iic/event-sourcing';
import { sampleBatch } from '@iic/event-sourcing/testing';
import { JournalArchive, type TakenRecord } from './journal-archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'iic-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens an archive whose file may have so many pages from now on. */
function openWithRoomFor(pages: number): { readonly archive: JournalArchive; grow(): void } {
  const connections: DatabaseSync[] = [];
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (sql) {
    connections.push(this);
    return exec.call(this, sql);
  };
  const archive = JournalArchive.open(join(folder, 'full.sqlite'));
  DatabaseSync.prototype.exec = exec;
  const limit = (most: number) => connections[0]?.exec(`PRAGMA max_page_count = ${most}`);
  limit(pages);
  return { archive, grow: () => limit(100_000) };
}

function record(seq: number): readonly [TakenRecord, EventEnvelope] {
  const { events } = sampleBatch('s', seq - 2, 1, { data: { text: 'x'.repeat(3_000) } });
  const [event] = events;
  if (event === undefined) throw new Error('There is no event.');
  const { bytes, leaf, envelope } = event;
  return [{ source: 'intake', seq, bytes, leaf }, envelope];
}

it('says that all since the last flush is lost, and takes them again when there is room', () => {
  const { archive, grow } = openWithRoomFor(40);
  archive.take(...record(1));
  archive.flush();
  let next = 2;
  const fill = () => {
    for (; next < 100; next += 1) archive.take(...record(next));
  };
  expect(fill).toThrow(expect.objectContaining({ code: 'effects-lost' }));
  expect(next).toBeGreaterThan(3);
  expect(archive.lastSeq('intake')).toBe(1);
  grow();
  next = 2;
  fill();
  archive.flush();
  expect(archive.lastSeq('intake')).toBe(99);
  archive.close();
});
