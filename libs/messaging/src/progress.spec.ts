import { Progress } from './progress.ts';

describe('Progress', () => {
  it('answers at once what was reached already', async () => {
    const progress = new Progress();
    progress.advance('alpha', 3);
    expect(await progress.reached('alpha', 3, 0)).toBe(true);
    expect(progress.position('beta')).toBe(0);
  });

  it('wakes those whose seq is reached, and no others', async () => {
    const progress = new Progress();
    const near = progress.reached('alpha', 2, 60_000);
    const far = progress.reached('alpha', 9, 1);
    const other = progress.reached('beta', 2, 1);
    progress.advance('alpha', 2);
    expect(await near).toBe(true);
    expect(await far).toBe(false);
    expect(await other).toBe(false);
  });
});
