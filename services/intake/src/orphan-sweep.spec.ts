import { ClockJump } from '@iic/event-sourcing';
import { jest } from '@jest/globals';
import { CaseFiles } from './case-files.ts';
import { OrphanSweep } from './orphan-sweep.ts';
import { IntakeClient, lead } from './testing/intake-client.ts';

describe('files that no event names', () => {
  it('are swept, and those of any version are kept', async () => {
    const client = await IntakeClient.start();
    try {
      const { runtime } = client.platform;
      const files = new CaseFiles(runtime);
      const sweep = new OrphanSweep(runtime, files);
      const { id } = (await client.ok('POST', '/applications', lead, {})).body;
      await client.edit(id, 'PUT', '/chapters/summary', { text: '第一稿' });
      const first = (await client.ok('GET', `/applications/${id}/chapters/summary`, lead)).body.hash;
      await client.edit(id, 'PUT', '/chapters/summary', { text: '第二稿' });
      const orphan = await files.putText(id, '没有事件提到的文本');
      expect(await sweep.sweep(new Date(0))).toBe(0);
      expect(await sweep.sweep(new Date(Date.now() + 60_000))).toBe(1);
      expect(await files.readText(id, first)).toBe('第一稿');
      await expect(files.readText(id, orphan)).rejects.toMatchObject({ code: 'attachment-missing' });
    } finally {
      await client.close();
    }
  });

  it('are looked for in each case once, however many there are', async () => {
    const client = await IntakeClient.start();
    try {
      const { runtime } = client.platform;
      const files = new CaseFiles(runtime);
      for (const text of ['一', '二', '三']) await files.putText('case-x', text);
      const read = jest.spyOn(runtime.store, 'readStream');
      expect(await new OrphanSweep(runtime, files).sweep(new Date(Date.now() + 60_000))).toBe(3);
      expect(read).toHaveBeenCalledTimes(1);
      read.mockRestore();
    } finally {
      await client.close();
    }
  });

  it('wait for another day where the clock jumped', async () => {
    const client = await IntakeClient.start();
    try {
      const { runtime } = client.platform;
      runtime.host.clock.observe('2999-01-01T00:00:00.000Z');
      expect(() => runtime.host.clock.now()).toThrow(ClockJump);
      const sweep = new OrphanSweep(runtime, new CaseFiles(runtime));
      expect(() => sweep.onApplicationBootstrap()).not.toThrow();
      await sweep.onApplicationShutdown();
    } finally {
      await client.close();
    }
  });

  it('hold a text even where it begins like another type of file', async () => {
    const client = await IntakeClient.start();
    try {
      const files = new CaseFiles(client.platform.runtime);
      for (const text of ['BM 公司概况', '%PDF-1.7 不是 PDF', 'GIF89a', 'PK']) {
        expect(await files.readText('case-x', await files.putText('case-x', text))).toBe(text);
      }
    } finally {
      await client.close();
    }
  });
});
