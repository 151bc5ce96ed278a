import { Logger } from '@nestjs/common';
import { seededRandom } from '../chaos/random.ts';
import { rebalance } from '../chaos/rebalances.ts';
import { describeWithEngine } from './index.ts';

Logger.overrideLogger(false);

// The long form: npm run chaos -- --rebalances 50
await describeWithEngine('kafka', 'a group whose members come and go', ({ address }) => {
  it('neither loses nor doubles an effect, nor changes the order of a case', async () => {
    const report = await rebalance({ address, rebalances: 8, random: seededRandom(7) });
    expect(report.faults).toEqual([]);
    expect(report.rebalances).toBeGreaterThanOrEqual(8);
    expect(report.messages).toBeGreaterThanOrEqual(200);
  });
});
