import { LocalLeases } from './local-leases.ts';
import { leaseContract } from './testing/index.ts';

leaseContract('within one process', async () => {
  const leases = new LocalLeases();
  return [leases, leases];
});
