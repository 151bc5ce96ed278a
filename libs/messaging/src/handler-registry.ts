import type { MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { ContractIndex } from './contract-index.ts';
import { type Channel, type Delivery, journalPattern } from './message.ts';
import { done, type HandlerResult } from './outcome.ts';

const hiddenMessage = 'Internal server error';

function isResult(value: unknown): value is HandlerResult {
  if (typeof value !== 'object' || value === null || !('outcome' in value)) return false;
  return value.outcome === 'done' || (value.outcome === 'waiting' && 'subject' in value);
}

/** Nest's default filter hides what failed; say at least how to see it. */
function revealed(error: unknown): unknown {
  const hidden =
    typeof error === 'object' && error !== null && 'message' in error && error.message === hiddenMessage;
  return hidden
    ? new Error('The handler failed and Nest hid the reason; declare its class with @MessageHandlers().')
    : error;
}

async function resultOf(handler: MessageHandler, delivery: Delivery): Promise<HandlerResult> {
  try {
    const returned: unknown = await handler(delivery.payload, delivery);
    const value = isObservable(returned)
      ? await lastValueFrom(returned, { defaultValue: undefined })
      : returned;
    if (isResult(value)) return value;
  } catch (error) {
    throw revealed(error);
  }
  // Taking silence for success would lose a message whenever a filter swallows an error.
  throw new Error('The handler returned neither done() nor waitFor(…), or a filter swallowed its error.');
}

/** Nest's handlers by pattern. Several of one pattern run one after the other, and all of them again on a retry. */
export class HandlerRegistry {
  readonly #handlers = new Map<string, MessageHandler[]>();

  add(pattern: string, handler: MessageHandler): void {
    const others = this.#handlers.get(pattern);
    if (others === undefined) this.#handlers.set(pattern, [handler]);
    else others.push(handler);
  }

  /** Runs every handler of the pattern; the first that waits or fails ends it. */
  readonly find = (pattern: string): ((delivery: Delivery) => Promise<HandlerResult>) | undefined => {
    const handlers = this.#handlers.get(pattern);
    if (handlers === undefined) return undefined;
    return async (delivery) => {
      for (const handler of handlers) {
        const result = await resultOf(handler, delivery);
        if (result.outcome === 'waiting') return result;
      }
      return done();
    };
  };

  /** Throws for a pattern that no message of the channel from these sources can ever match. */
  check(channel: Channel, sources: readonly string[], contracts: ContractIndex): void {
    for (const pattern of this.#handlers.keys()) {
      const problem =
        channel === 'journal' ? findJournalProblem(pattern) : findProblem(pattern, sources, contracts);
      if (problem !== undefined) throw new Error(`@EventPattern('${pattern}') can never match: ${problem}`);
    }
  }
}

function findJournalProblem(pattern: string): string | undefined {
  return pattern === journalPattern
    ? undefined
    : `the journal comes under the one pattern '${journalPattern}'.`;
}

function findProblem(
  pattern: string,
  sources: readonly string[],
  contracts: ContractIndex,
): string | undefined {
  const versions = contracts.versionsOf(pattern);
  const service = versions[0]?.service;
  if (service === undefined) return 'no contract declares such an event.';
  if (!sources.includes(service)) return `this group does not listen to ${service}.`;
  return versions.some((contract) => contracts.travels(contract))
    ? undefined
    : `${service} lets this event go no further than ${versions.at(-1)?.reach}.`;
}
