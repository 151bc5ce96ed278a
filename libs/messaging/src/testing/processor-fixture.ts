import { ContractIndex } from '../contract-index.ts';
import type { Delivery, MessageDelivery } from '../message.ts';
import { MessageProcessor } from '../message-processor.ts';
import { done, type HandlerResult, waitFor } from '../outcome.ts';
import { ParkedMessages } from '../parked-messages.ts';
import type { ProcessorOptions, ProcessorReport } from '../processor-options.ts';
import { SqliteConsumerState } from '../sqlite-consumer-state.ts';
import { sampleDelivery } from './sample-deliveries.ts';
import { testContracts } from './test-source.ts';

type Handler = (delivery: Delivery) => HandlerResult | Promise<HandlerResult>;

/** A processor whose handlers tests change as they go; `ran` lists source and seq of every run. */
export function setUp(options: Partial<ProcessorOptions> = {}) {
  const handlers = new Map<string, Handler>();
  const ran: string[] = [];
  const delays: number[] = [];
  const reports: ProcessorReport[] = [];
  const state = options.state ?? new SqliteConsumerState(':memory:');
  let now = Date.parse('2026-03-02T01:00:00.000Z');
  const processor = new MessageProcessor({
    group: 'g',
    state,
    contracts: new ContractIndex(testContracts, 'integration'),
    findHandler: (pattern) => {
      const handler = handlers.get(pattern);
      if (handler === undefined) return undefined;
      return async (delivery) => {
        ran.push(`${delivery.source} ${delivery.seq}`);
        return handler(delivery);
      };
    },
    delay: async (milliseconds) => void delays.push(milliseconds),
    report: (report) => reports.push(report),
    now: () => new Date(now).toISOString(),
    ...options,
  });
  return {
    processor,
    state,
    ran,
    delays,
    reports,
    parked: new ParkedMessages(processor),
    on: (pattern: string, handler: Handler) => handlers.set(pattern, handler),
    forget: (pattern: string) => handlers.delete(pattern),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

/** A handler that always fails. */
export const fail = (reason: string) => (): never => {
  throw new Error(reason);
};
/** An answer of beta. */
export const answered = (members = {}): MessageDelivery =>
  sampleDelivery({ source: 'beta', type: 'BetaAnswered', stream: 'beta-1', ...members });

/** AlphaNoted waits until BetaAnswered of beta-1 was handled. */
export function alphaNeedsBeta(test: ReturnType<typeof setUp>): void {
  let seen = false;
  test.on('AlphaNoted', () => (seen ? done() : waitFor('BetaAnswered:beta-1')));
  test.on('BetaAnswered', () => {
    seen = true;
    return done();
  });
}
