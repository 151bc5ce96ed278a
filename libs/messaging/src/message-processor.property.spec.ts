import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { ContractIndex } from './contract-index.ts';
import type { Delivery } from './message.ts';
import { MessageProcessor } from './message-processor.ts';
import { done, type HandlerResult, waitFor } from './outcome.ts';
import { ParkedMessages } from './parked-messages.ts';
import { SqliteConsumerState } from './sqlite-consumer-state.ts';
import { SqliteInbox } from './sqlite-inbox.ts';
import { mortalState, sampleDelivery, testContracts } from './testing/index.ts';

// Whatever order sources are read in, however often the process dies, and whatever fails for a while: in the end
// every message has had its effect exactly once, in the order of its stream, and nothing is left over.

const cases = [1, 2, 3];
const perStream = 3;

type Source = 'alpha' | 'beta';

/** Each source records its streams in turn. The key is the case, which the sources may or may not share. */
function history(source: Source, type: string, casePrefix: string): readonly Delivery[] {
  const events = Array.from({ length: perStream }, (_, revision) => cases.map((id) => ({ id, revision })));
  return events.flat().map(({ id, revision }, index) =>
    sampleDelivery({
      source,
      type,
      seq: index + 1,
      key: `${casePrefix}-${id}`,
      stream: `${source}-${id}`,
      revision,
    }),
  );
}

type Histories = Readonly<Record<Source, readonly Delivery[]>>;

function historiesOf(sameKeys: boolean): Histories {
  const beta = history('beta', 'BetaAnswered', sameKeys ? 'case' : 'other');
  return { alpha: history('alpha', 'AlphaNoted', 'case'), beta };
}

interface Scenario {
  readonly sameKeys: boolean;
  /** Whether both sources are read at once from the beginning. */
  readonly atOnce: boolean;
  /** Which source is read next, otherwise; the rest is read at once. */
  readonly turns: readonly Source[];
  /** How many turns of the queue each handler takes. */
  readonly slowness: readonly number[];
  /** After how many calls of the state each life of the process ends. */
  readonly lives: readonly number[];
  readonly batch: number;
  /** How often each message fails before it succeeds, by `source-seq`. */
  readonly failures: Readonly<Record<string, number>>;
}

const scenario = fc.record<Scenario>({
  sameKeys: fc.boolean(),
  atOnce: fc.boolean(),
  slowness: fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 7 }),
  turns: fc.array(fc.constantFrom<Source>('alpha', 'beta'), { maxLength: 40 }),
  lives: fc.array(fc.integer({ min: 1, max: 150 }), { maxLength: 6 }),
  batch: fc.integer({ min: 1, max: 5 }),
  failures: fc.dictionary(
    fc.tuple(fc.constantFrom('alpha', 'beta'), fc.integer({ min: 1, max: 9 })).map((id) => id.join('-')),
    fc.integer({ min: 1, max: 7 }),
  ),
});

/** What outlives a process: its databases and the outside world that makes handlers fail. */
function openWorld(failures: Scenario['failures']) {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE effect (ordinal INTEGER PRIMARY KEY, stream TEXT, revision INTEGER)');
  return {
    database,
    state: new SqliteConsumerState(':memory:'),
    failures: new Map(Object.entries(failures)),
  };
}

type World = ReturnType<typeof openWorld>;

function effectsOf({ database }: World, stream: string): readonly unknown[] {
  return database
    .prepare('SELECT revision FROM effect WHERE stream = ? ORDER BY ordinal')
    .all(stream)
    .map((row) => row['revision']);
}

/** An answer needs the note of its revision; the last note needs the first answer. */
function missingSubject(world: World, { stream, payload }: Delivery): string | undefined {
  if (!('type' in payload)) return undefined;
  const { type, revision } = payload;
  const id = stream.slice(stream.indexOf('-') + 1);
  const has = (other: string, count: number): boolean => effectsOf(world, other).length >= count;
  if (type === 'BetaAnswered') return has(`alpha-${id}`, revision + 1) ? undefined : `AlphaNoted:alpha-${id}`;
  return revision < 2 || has(`beta-${id}`, 1) ? undefined : `BetaAnswered:beta-${id}`;
}

/** Starts the process; `kill` after so many calls of its state. */
function start(world: World, slowness: readonly number[], life: number) {
  const mortal = mortalState(world.state, life);
  const inbox = new SqliteInbox(world.database, { commit: 'batch' });
  const handle = async (delivery: Delivery): Promise<HandlerResult> => {
    const subject = missingSubject(world, delivery);
    for (let turn = slowness[delivery.seq % slowness.length] ?? 0; turn > 0; turn -= 1) await undefined;
    if (subject !== undefined) return waitFor(subject);
    const left = world.failures.get(delivery.id) ?? 0;
    world.failures.set(delivery.id, left - 1);
    if (left > 0) throw new Error('not now');
    const { stream, payload } = delivery;
    inbox.once('g', delivery, (db) => {
      const revision = 'revision' in payload ? payload.revision : null;
      db.prepare('INSERT INTO effect (stream, revision) VALUES (?, ?)').run(stream, revision);
    });
    return done();
  };
  return new MessageProcessor({
    group: 'g',
    state: mortal.state,
    contracts: new ContractIndex(testContracts, 'integration'),
    findHandler: () => handle,
    beforeAcknowledge: inbox.flush,
    delay: async () => undefined,
  });
}

/** Reads one source from the checkpoint on, and acknowledges every few messages. */
async function* read(processor: MessageProcessor, plan: Scenario, source: Source): AsyncGenerator<void> {
  const events = historiesOf(plan.sameKeys)[source];
  const checkpoint = await processor.state.checkpoint('g', `iic.${source}.integration`);
  let { generation } = processor.effects;
  for (const delivery of events.slice(checkpoint)) {
    await processor.process(delivery);
    if (delivery.seq % plan.batch === 0 || delivery.seq === events.length) {
      await processor.acknowledge(delivery.feed, delivery.seq, generation);
      generation = processor.effects.generation;
    }
    yield;
  }
}

async function drain(steps: AsyncGenerator<void>): Promise<void> {
  for await (const _ of steps);
}

/** One life of the process: both sources in turn, or both at once. */
async function live(processor: MessageProcessor, plan: Scenario, turns: Source[]): Promise<void> {
  const steps = {
    alpha: read(processor, plan, 'alpha'),
    beta: read(processor, plan, 'beta'),
  };
  if (!plan.atOnce) {
    while (turns.length > 0) await steps[turns.shift() ?? 'alpha'].next();
  }
  const ends = await Promise.allSettled([drain(steps.alpha), drain(steps.beta)]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  await processor.settle();
}

async function replayAll(processor: MessageProcessor): Promise<void> {
  const parked = new ParkedMessages(processor);
  for (let [first] = await parked.list(); first !== undefined; [first] = await parked.list()) {
    await parked.replay(first.ordinal);
  }
}

describe('MessageProcessor under any schedule', () => {
  it('gives every message its effect exactly once and in the order of its stream', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (plan) => {
        const world = openWorld(plan.failures);
        const turns = [...plan.turns];
        for (const life of plan.lives) {
          await live(start(world, plan.slowness, life), plan, turns).catch(() => undefined);
          if (world.database.isTransaction) world.database.exec('ROLLBACK');
        }
        const survivor = start(world, plan.slowness, Number.POSITIVE_INFINITY);
        await live(survivor, plan, turns);
        await replayAll(survivor);
        await survivor.acknowledge('end', 1, survivor.effects.generation);
        for (const id of cases) {
          expect(effectsOf(world, `alpha-${id}`)).toEqual([0, 1, 2]);
          expect(effectsOf(world, `beta-${id}`)).toEqual([0, 1, 2]);
        }
        expect(await world.state.counts('g')).toMatchObject({ waiting: 0, parked: 0, behind: 0 });
        world.database.close();
        await world.state.close();
      }),
      {
        numRuns: 400,
        // Ended between keeping a message and looking again: nobody would have woken it.
        examples: [
          [
            {
              sameKeys: false,
              atOnce: false,
              slowness: [7],
              turns: ['alpha', 'beta', 'alpha'],
              lives: [57],
              batch: 4,
              failures: { 'alpha-6': 3 },
            },
          ],
        ],
      },
    );
  });
});
