import { KeyedLock } from './keyed-lock.ts';

describe('KeyedLock', () => {
  it('runs tasks of one key in the order they came, also after one that failed', async () => {
    const lock = new KeyedLock();
    const order: string[] = [];
    const task = (name: string) => async () => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
    };
    const failing = lock.run('k', async () => {
      await task('a')();
      throw new Error('broken');
    });
    const rest = [lock.run('k', task('b')), lock.run('k', task('c'))];
    await expect(failing).rejects.toThrow('broken');
    await Promise.all(rest);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('lets other keys run meanwhile', async () => {
    const lock = new KeyedLock();
    const { promise, resolve } = Promise.withResolvers<void>();
    const held = lock.run('k', () => promise);
    expect(await lock.run('other', async () => 'ran')).toBe('ran');
    resolve();
    await held;
  });
});
