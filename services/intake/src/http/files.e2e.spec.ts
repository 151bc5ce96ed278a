/** Files of a case by the names people know them by. */
import { IntakeClient, lead, pdf } from '../testing/intake-client.ts';

let client: IntakeClient;
beforeAll(async () => {
  client = await IntakeClient.start();
});
afterAll(() => client.close());

it('prints a submitted plan under its number until something is changed', async () => {
  const id = await client.submitted('打印版本');
  const print = async () =>
    (await client.ok('GET', `/applications/${id}/submission.docx`, lead)).headers.get('content-disposition');
  expect(await print()).toContain(`${id}-v1.docx`);
});

it('keeps a name for each kind that one content came under, without unseen characters', async () => {
  const { id } = (await client.ok('POST', '/applications', lead, {})).body;
  const bytes = pdf('one content');
  const upload = (kind: string, name: string) =>
    client.platform.call('POST', `/applications/${id}/attachments/${kind}`, {
      as: lead,
      upload: { bytes, type: 'application/pdf', name },
    });
  expect((await upload('charter', '章程.pdf')).status).toBeLessThan(300);
  expect((await upload('supporting-files', '证明\u202e材料.pdf')).status).toBeLessThan(300);
  const { body } = await client.ok('GET', `/applications/${id}/attachments`, lead);
  const names = body.attachments.map(({ kind, fileName }: { kind: string; fileName: string }) => [
    kind,
    fileName,
  ]);
  expect(Object.fromEntries(names)).toEqual({ charter: '章程.pdf', 'supporting-files': '证明材料.pdf' });
});
