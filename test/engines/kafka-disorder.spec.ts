import { consumed, disturbed, manyMessages } from '../chaos/messages.ts';
import { seededRandom } from '../chaos/random.ts';
import { describeWithEngine } from './index.ts';

await describeWithEngine('kafka', 'messages that come twice or out of turn', ({ address }) => {
  it('leave the same bytes as those that come once and in turn', async () => {
    const messages = manyMessages(5_000);
    const wild = disturbed(messages, { repeated: 0.1, moved: 0.1 }, seededRandom(42));
    expect(wild.length).toBeGreaterThan(5_400);
    const clean = await consumed(address, messages);
    expect(JSON.parse(clean.documents)).toHaveLength(500);
    expect((await consumed(address, wild)).documents).toBe(clean.documents);
  });
});
