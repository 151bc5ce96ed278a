import type { EventTransport } from '../event-transport.ts';
import { done, type HandlerResult, PermanentFailure, waitFor } from '../outcome.ts';
import { ParkedMessages } from '../parked-messages.ts';
import { mortalState } from './mortal-state.ts';
import { TestSource } from './test-source.ts';
import { gate, handle, listen, TestGroup, type TransportHarness } from './transport-harness.ts';

/** What every transport must do, whatever carries the messages. */
export function transportContract(name: string, open: () => Promise<TransportHarness>): void {
  describe(`transport contract: ${name}`, () => {
    let harness: TransportHarness;
    let alpha: TestSource;
    let beta: TestSource;
    let group: TestGroup;
    let running: EventTransport[];

    beforeEach(async () => {
      harness = await open();
      alpha = new TestSource('alpha');
      beta = new TestSource('beta');
      group = new TestGroup();
      running = [];
      await harness.publish(alpha.relay);
      await harness.publish(beta.relay);
    });

    afterEach(async () => {
      await Promise.all(running.map((transport) => transport.close()));
      await Promise.all([alpha.relay.close(), beta.relay.close()]);
      await harness.close();
    });

    /** Connects the group; by default it notes every message once. */
    function connect(handlers: Parameters<typeof handle>[1] = {}, options = group.options()): EventTransport {
      const transport = harness.connect(options);
      const note = async (message: Parameters<TestGroup['effect']>[0]): Promise<HandlerResult> => {
        group.effect(message);
        return done();
      };
      handle(transport, { AlphaNoted: note, BetaAnswered: note, ...handlers });
      running.push(transport);
      return transport;
    }

    async function caughtUp(transport: EventTransport): Promise<void> {
      expect(await harness.caughtUp(transport, alpha)).toBe(true);
      expect(await harness.caughtUp(transport, beta)).toBe(true);
    }

    const noteAlpha = (stream: string) => alpha.record('AlphaNoted', stream, { text: 'noted' });
    const answer = (stream: string) => beta.record('BetaAnswered', stream, { text: 'answered' });

    it('brings a new group all history in order, and what comes later', async () => {
      await noteAlpha('a-1');
      await alpha.record('AlphaDrafted', 'a-1', { text: 'draft' });
      await noteAlpha('a-2');
      const transport = connect();
      await listen(transport);
      await caughtUp(transport);
      await noteAlpha('a-1');
      await caughtUp(transport);
      expect(group.effects()).toEqual(['a-1 0', 'a-2 0', 'a-1 2']);
      const { alpha: alphaLag, beta: betaLag } = await transport.lag();
      expect(alphaLag?.position).toBeGreaterThanOrEqual(3);
      expect(alphaLag?.head).toBe(alphaLag?.position);
      expect(betaLag).toEqual({ position: 0, head: 0 });
    });

    it('gives an event one effect, however often it comes', async () => {
      for (const stream of ['a-1', 'a-2', 'a-1']) await noteAlpha(stream);
      for (const _ of [1, 2, 3]) {
        const transport = connect();
        await listen(transport);
        await caughtUp(transport);
        await transport.close();
        await harness.rewind(group.name, ['alpha', 'beta'], group.state);
      }
      expect(group.effects()).toEqual(['a-1 0', 'a-2 0', 'a-1 1']);
    });

    it('loses and doubles nothing when the process dies between effect and acknowledgement', async () => {
      for (const stream of ['a-1', 'a-2', 'a-3']) await noteAlpha(stream);
      const mortal = mortalState(group.state);
      const died = gate();
      const dying = connect(
        {
          AlphaNoted: async (message) => {
            group.effect(message);
            if (message.seq === 2) mortal.kill();
            if (message.seq === 2) died.open();
            return done();
          },
        },
        group.options({ state: mortal.state }),
      );
      await listen(dying);
      await died.opened;
      await dying.close();
      const seen: number[] = [];
      const transport = connect({
        AlphaNoted: async (message) => {
          seen.push(message.seq);
          group.effect(message);
          return done();
        },
      });
      await listen(transport);
      await caughtUp(transport);
      expect(seen).toContain(2);
      expect(group.effects()).toEqual(['a-1 0', 'a-2 0', 'a-3 0']);
    });

    it('runs a message when its prerequisite arrives later', async () => {
      const needsNote = async (message: Parameters<TestGroup['effect']>[0]): Promise<HandlerResult> => {
        if (!group.effects().includes('a-1 0')) return waitFor('AlphaNoted:a-1');
        group.effect(message);
        return done();
      };
      const transport = connect({ BetaAnswered: needsNote });
      await answer('b-1');
      await answer('b-1');
      await listen(transport);
      await caughtUp(transport);
      expect(group.effects()).toEqual([]);
      expect(await group.state.counts(group.name)).toMatchObject({ waiting: 1, behind: 1 });
      await noteAlpha('a-1');
      await caughtUp(transport);
      expect(group.effects()).toEqual(['a-1 0', 'b-1 0', 'b-1 1']);
    });

    it('comes to the same end in whatever order the sources arrive', async () => {
      const rounds = Array.from({ length: 20 }, (_, index) => index);
      const needsNote = async (message: Parameters<TestGroup['effect']>[0]): Promise<HandlerResult> => {
        const note = message.stream.replace('b-', 'a-');
        if (!group.effects().includes(`${note} ${message.revision}`)) return waitFor(`AlphaNoted:${note}`);
        group.effect(message);
        return done();
      };
      const transport = connect({ BetaAnswered: needsNote });
      await listen(transport);
      const notes = async () => {
        for (const round of rounds) await noteAlpha(`a-${round % 3}`);
      };
      const answers = async () => {
        for (const round of rounds) await answer(`b-${round % 3}`);
      };
      await Promise.all([answers(), notes()]);
      await caughtUp(transport);
      const effects = group.effects().map(String);
      expect(effects.length).toBe(40);
      for (const stream of ['a-0', 'a-1', 'a-2', 'b-0', 'b-1', 'b-2']) {
        const revisions = effects.filter((text) => text.startsWith(stream)).map((text) => text.slice(4));
        expect(revisions).toEqual(revisions.map((_, index) => String(index)));
      }
    });

    it('parks a poisonous message in at most five tries, lets others go on, and replays', async () => {
      let tries = 0;
      let poisoned = true;
      const transport = connect({
        AlphaNoted: async (message) => {
          if (message.stream === 'a-bad' && poisoned) {
            tries += 1;
            throw new Error('cannot digest this');
          }
          group.effect(message);
          return done();
        },
      });
      for (const stream of ['a-1', 'a-bad', 'a-2', 'a-bad']) await noteAlpha(stream);
      await listen(transport);
      await caughtUp(transport);
      expect(group.effects()).toEqual(['a-1 0', 'a-2 0']);
      expect(tries).toBeLessThanOrEqual(5);
      const parked = new ParkedMessages(transport.processor);
      const [first] = await parked.list();
      expect(first).toMatchObject({ reason: 'cannot digest this', delivery: { key: 'a-bad' } });
      poisoned = false;
      expect(await parked.replay(first?.ordinal ?? -1)).toMatchObject({ outcome: 'done' });
      expect(group.effects()).toEqual(['a-1 0', 'a-2 0', 'a-bad 0', 'a-bad 1']);
    });

    it('lets no slow group hold another', async () => {
      const slow = new TestGroup('slow');
      const finished = gate();
      const stuck = gate();
      const slowTransport = connect(
        {
          AlphaNoted: async () => {
            stuck.open();
            await finished.opened;
            return done();
          },
        },
        slow.options(),
      );
      const transport = connect();
      for (const stream of ['a-1', 'a-2']) await noteAlpha(stream);
      await listen(slowTransport);
      await stuck.opened;
      await listen(transport);
      await caughtUp(transport);
      expect(group.effects()).toEqual(['a-1 0', 'a-2 0']);
      expect(await slowTransport.caughtUp('alpha', { seq: 1, key: 'a-1' }, 5)).toBe(false);
      finished.open();
      await caughtUp(slowTransport);
    });

    it('finishes the message in hand when it closes, and goes on with the next one', async () => {
      const entered = gate();
      const leave = gate();
      const seen: number[] = [];
      const first = connect({
        AlphaNoted: async (message) => {
          entered.open();
          await leave.opened;
          seen.push(message.seq);
          return done();
        },
      });
      for (const stream of ['a-1', 'a-2', 'a-3']) await noteAlpha(stream);
      await listen(first);
      await entered.opened;
      const closed = first.close();
      leave.open();
      await closed;
      expect(seen).toEqual([1]);
      const second = connect({
        AlphaNoted: async (message) => {
          seen.push(message.seq);
          return done();
        },
      });
      await listen(second);
      await caughtUp(second);
      expect(seen).toEqual([1, 2, 3]);
    });

    it('keeps to what a group declares, and refuses what can never match', async () => {
      const transport = connect();
      await alpha.record('AlphaOpened', 'a-1', { name: 'Center', unit: 'org-7' });
      await listen(transport);
      await caughtUp(transport);
      expect(transport.processor.counters).toMatchObject({ handled: 0, skipped: 1 });
      const unknown = connect({ GammaHappened: async () => done() });
      await expect(listen(unknown)).rejects.toThrow('no contract declares');
      const internal = connect({ AlphaDrafted: async () => done() });
      await expect(listen(internal)).rejects.toThrow('no further than journal');
      const deaf = connect({}, group.options({ sources: ['alpha'] }));
      await expect(listen(deaf)).rejects.toThrow('does not listen to beta');
    });

    it('brings the journal in one order, and stops a source at what an auditor refuses', async () => {
      const auditor = new TestGroup('audit');
      const taken: number[] = [];
      const transport = harness.connect(auditor.options({ channel: 'journal' }));
      running.push(transport);
      transport.addHandler(
        'journal',
        async (record: { seq: number; source: string }) => {
          if (record.source === 'alpha' && record.seq === 2) throw new PermanentFailure('altered');
          taken.push(record.seq);
          return done();
        },
        true,
      );
      for (const stream of ['a-1', 'a-2', 'a-3']) await noteAlpha(stream);
      await answer('b-1');
      await listen(transport);
      await caughtUp(transport);
      expect([...taken].sort()).toEqual([1, 1]);
      expect(await auditor.state.counts('audit')).toMatchObject({ parked: 1, behind: 1 });
    });
  });
}
