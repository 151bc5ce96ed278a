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
