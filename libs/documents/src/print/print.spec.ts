import { documentText } from '../testing/package-files.ts';
import { sampleDecision, sampleSubmission } from '../testing/sample-prints.ts';
import { turnsDuring } from '../testing/turns-during.ts';
import { printDecision, printSubmission } from './print.ts';

describe('printing in a thread', () => {
  it('gives the documents', async () => {
    expect(await documentText(await printSubmission(sampleSubmission))).toContain(
      sampleSubmission.manifestHash,
    );
    expect(await documentText(await printDecision(sampleDecision))).toContain('此复。');
  });

  it('passes errors on', async () => {
    await expect(printDecision({ ...sampleDecision, date: '24.11.2026' })).rejects.toMatchObject({
      name: 'RangeError',
    });
  });

  it('does not hold up the process, however long the plan is', async () => {
    const chapters = sampleSubmission.chapters.map((chapter) => ({
      ...chapter,
      text: '样例正文一行。\n'.repeat(1_000),
    }));
    expect(await turnsDuring(printSubmission({ ...sampleSubmission, chapters }))).toBeGreaterThan(20);
  });
});
