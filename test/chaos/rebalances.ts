/** One consumer group whose members come and go while messages flow. */
import type { EventTransport } from '@iic/messaging';
import { KafkaTransport } from '@iic/messaging/kafka';
import { handle, listen, TestGroup, type TestHandler, TestSource } from '@iic/messaging/testing';
import { type Consumer, type ConsumerConfig, Kafka, logLevel } from 'kafkajs';
import { eventually } from '../engines/eventually.ts';
import { KafkaPlatform } from '../engines/kafka-platform.ts';
import { faultsOf } from './effects.ts';

const partitions = 6;
const streams = 30;
const notesBetween = 40;
const mostMembers = 3;
const rebalancePatience = 30_000;
const endPatience = 60_000;

export interface RebalanceOptions {
  readonly address: string;
  /** How often the partitions are dealt out anew. */
  readonly rebalances: number;
  readonly random: () => number;
  readonly print?: (line: string) => void;
}

export interface RebalanceReport {
  readonly rebalances: number;
  readonly messages: number;
  /** What was lost, doubled, or out of order in its stream. */
  readonly faults: readonly string[];
}

/** Counts the deals of a group: each has one leader. */
class WatchedKafka extends Kafka {
  rebalances = 0;

  override consumer(config: ConsumerConfig): Consumer {
    const consumer = super.consumer(config);
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      if (payload.isLeader) this.rebalances += 1;
    });
    return consumer;
  }
}

/** Lets members join and leave until the partitions were dealt out so often, and compares the effects with the log. */
export async function rebalance(options: RebalanceOptions): Promise<RebalanceReport> {
  const { address, rebalances, random, print } = options;
  const platform = await KafkaPlatform.open(address, ['alpha', 'beta'], partitions);
  const alpha = new TestSource('alpha');
  const group = new TestGroup();
  const kafka = new WatchedKafka({ brokers: [...platform.brokers], logLevel: logLevel.NOTHING });
  const members: EventTransport[] = [];
  const expected: string[] = [];
  platform.publish(alpha.relay);
  try {
    while (kafka.rebalances < rebalances) {
      const before = kafka.rebalances;
      await note();
      if (members.length < 2 || (members.length < mostMembers && random() < 0.5)) await join();
      else await leave();
      if (!(await eventually(() => kafka.rebalances > before, rebalancePatience))) {
        throw new Error(`The group did not settle after ${before} rebalances.`);
      }
      print?.(`${kafka.rebalances} rebalances, ${members.length} members, ${expected.length} messages`);
    }
    await eventually(() => group.effects().length >= expected.length, endPatience);
    const faults = faultsOf(group.effects().map(String), expected);
    return { rebalances: kafka.rebalances, messages: expected.length, faults };
  } finally {
    await Promise.all(members.map((member) => member.close()));
    await platform.close();
    await alpha.relay.close();
  }

  async function note(): Promise<void> {
    for (let count = 0; count < notesBetween; count += 1) {
      const stream = `a-${expected.length % streams}`;
      await alpha.record('AlphaNoted', stream, { text: 'noted' });
      expected.push(`${stream} ${Math.floor(expected.length / streams)}`);
    }
  }

  async function join(): Promise<void> {
    // The broker takes no shorter session.
    const given = { kafka, prefix: platform.prefix, sessionTimeout: 6_000, batchSize: 5 };
    const member = new KafkaTransport({ ...group.options(), ...given });
    handle(member, { AlphaNoted: noteSlowly, BetaAnswered: noteSlowly });
    members.push(member);
    await listen(member);
  }

  async function leave(): Promise<void> {
    const [member] = members.splice(Math.floor(random() * members.length), 1);
    await member?.close();
  }

  /** So slow that most rebalances come in the middle of a batch. */
  async function noteSlowly(...[message]: Parameters<TestHandler>): ReturnType<TestHandler> {
    await new Promise((resolve) => setTimeout(resolve, 2));
    group.effect(message);
    return { outcome: 'done' };
  }
}
