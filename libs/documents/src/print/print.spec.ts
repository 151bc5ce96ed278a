import { monitorEventLoopDelay } from 'node:perf_hooks';
import { documentText } from '../testing/package-files.ts';
import { sampleDecision, sampleSubmission } from '../testing/sample-prints.ts';
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

  it('does not hold up the process, even with a plan at the input caps', async () => {
    const chapters = sampleSubmission.chapters.map((chapter) => ({
      ...chapter,
      text: '样例正文一行。\n'.repeat(5_000),
    }));
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const begun = performance.now();
    await printSubmission({ ...sampleSubmission, chapters });
    const took = performance.now() - begun;
    delay.disable();
    // A share of the whole, so that a busy machine stretches both.
    expect(delay.max / 1e6).toBeLessThan(took / 2);
  });
});
