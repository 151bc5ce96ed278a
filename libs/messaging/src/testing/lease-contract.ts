import type { Leases } from '../leases.ts';

/** The same leases as two who compete see them: from two processes, or twice one object where only one can be. */
export type Competitors = readonly [one: Leases, other: Leases];

const patient = new AbortController().signal;

/**
 * What all leases must do; `open` makes some of which none is held.
 *
 * @param noRace why several who ask in the same moment cannot be tried, where a stand-in for a server does not keep
 * the promise of that server
 */
export function leaseContract(name: string, open: () => Promise<Competitors>, noRace?: string): void {
  describe(`lease contract: ${name}`, () => {
    let one: Leases;
    let other: Leases;

    beforeEach(async () => {
      [one, other] = await open();
    });

    afterEach(async () => {
      await Promise.all([one.close(), other.close()]);
    });

    /** As long as it takes to get a lease that nobody holds. */
    async function meanwhile(): Promise<void> {
      const free = await other.acquire('free', patient);
      await free.release();
    }

    it('lets the next have a name only when it is given back, with a higher fence', async () => {
      const first = await one.acquire('publisher', patient);
      const order: string[] = [];
      const waiting = other.acquire('publisher', patient).finally(() => order.push('taken'));
      await meanwhile();
      expect(first.lost.aborted).toBe(false);
      order.push('given back');
      await first.release();
      const second = await waiting;
      expect(order).toEqual(['given back', 'taken']);
      expect(second.fence).toBeGreaterThan(first.fence);
      await second.release();
    });

    const inRace = noRace === undefined ? it : it.skip;
    const why = noRace === undefined ? '' : ` (did not run: ${noRace})`;

    inRace(`lets each of many have its turn, one at a time, with rising fences${why}`, async () => {
      const fences: number[] = [];
      let holders = 0;
      let most = 0;
      const turn = async (leases: Leases): Promise<void> => {
        const lease = await leases.acquire('publisher', patient);
        holders += 1;
        most = Math.max(most, holders);
        fences.push(lease.fence);
        await meanwhile();
        holders -= 1;
        await lease.release();
      };
      await Promise.all([one, other, one, other].map(turn));
      expect(most).toBe(1);
      expect(fences).toHaveLength(4);
      expect(fences).toEqual([...new Set(fences)].toSorted((a, b) => a - b));
    });

    it('holds up nobody who wants another name', async () => {
      const first = await one.acquire('publisher', patient);
      const second = await other.acquire('archive', patient);
      await Promise.all([first.release(), second.release()]);
    });

    it('gives up waiting when it is told to, and leaves the name to others', async () => {
      const holder = await one.acquire('publisher', patient);
      const impatient = new AbortController();
      const waiting = other.acquire('publisher', impatient.signal);
      impatient.abort();
      await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
      await holder.release();
      const next = await one.acquire('publisher', patient);
      expect(next.fence).toBeGreaterThan(holder.fence);
      await next.release();
    });

    it('takes nothing for one who has given up before', async () => {
      await expect(one.acquire('publisher', AbortSignal.abort())).rejects.toMatchObject({
        name: 'AbortError',
      });
      const lease = await other.acquire('publisher', patient);
      await lease.release();
    });

    it('leaves the name to the next when a former holder gives it back again', async () => {
      const former = await one.acquire('publisher', patient);
      await former.release();
      const present = await other.acquire('publisher', patient);
      await former.release();
      const order: string[] = [];
      const waiting = one.acquire('publisher', patient).finally(() => order.push('taken'));
      await meanwhile();
      order.push('given back');
      await present.release();
      await (await waiting).release();
      expect(order).toEqual(['given back', 'taken']);
    });
  });
}
