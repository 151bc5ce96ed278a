/** A run that is interrupted, wherever it was, is played again from the start and takes effect once. */
import { DevelopmentIssuer } from '@iic/access';
import { sampleFormationPlan } from '@iic/documents/testing';
import { runLifecycle } from '@iic/local';
import { developmentIssuerFile } from '@iic/service-kit';
import { damage, doubled, incidents } from '../chaos/check-stores.ts';
import { readStores } from '../chaos/stores.ts';
import { WholePlatform } from '../platform/whole-platform.ts';

class Interrupted extends Error {}

it('resumes a lifecycle after every few steps', async () => {
  const platform = await WholePlatform.start();
  try {
    const issuer = await DevelopmentIssuer.open(developmentIssuerFile(platform.data));
    const plan = await sampleFormationPlan();
    const play = async (steps: number) => {
      let told = 0;
      const print = () => {
        told += 1;
        if (told > steps) throw new Interrupted();
      };
      const tokens = issuer.issue.bind(issuer);
      return runLifecycle({ url: platform.url, run: 'resumed', plan, tokens, print });
    };
    for (let steps = 4; steps < 56; steps += 4) await expect(play(steps)).rejects.toThrow(Interrupted);
    const caseId = await play(Number.POSITIVE_INFINITY);
    await expect(play(Number.POSITIVE_INFINITY)).resolves.toBe(caseId);
    await platform.settled();
    const journals = readStores(platform.data);
    expect([...incidents(journals), ...damage(journals), ...doubled(journals, [caseId])]).toEqual([]);
  } finally {
    await platform.close();
  }
});
