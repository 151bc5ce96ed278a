import { DevelopmentIssuer } from '@iic/access';
import { developmentIssuerFile } from '@iic/service-kit';
import { ServicesPlatform } from '../../chaos/services-platform.ts';
import { restartableKafka } from '../../engines/index.ts';
import { available } from '../available.ts';
import type { Bench } from '../bench.ts';
import { measureLatency } from './workload.ts';

/** Every service a process of its own, as `npm run start:services` runs them, on a broker of the bench's own. */
export const bench: Bench = {
  name: 'latency: Kafka',
  async run({ folder, quick }) {
    const kafka = await available(() => restartableKafka());
    await available(() => kafka.start());
    const platform = new ServicesPlatform({
      data: folder,
      environment: { IIC_KAFKA_BROKERS: kafka.address, IIC_MONGODB_URL: '' },
    });
    try {
      await platform.start();
      const issuer = await DevelopmentIssuer.open(developmentIssuerFile(folder));
      const served = { url: platform.url, token: issuer.issue.bind(issuer) };
      return await measureLatency(served, quick ? 50 : 300);
    } finally {
      await platform.end();
      await kafka.end();
    }
  },
};
