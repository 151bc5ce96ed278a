/** The short form of the crash test; the long one is `npm run chaos`. */
import { chaos } from './chaos.ts';

it('loses nothing acknowledged and doubles nothing, however often it is killed', async () => {
  const report = await chaos({ lifecycles: 2, kills: 5, seed: 20_260_301, print: () => undefined });
  expect(report.faults).toEqual([]);
  expect(report.kills).toBeGreaterThanOrEqual(5);
  expect(report.acknowledged).toBeGreaterThan(200);
});
