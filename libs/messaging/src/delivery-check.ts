import type { ContractIndex } from './contract-index.ts';
import type { Delivery, Message } from './message.ts';
import { PermanentFailure } from './outcome.ts';

function knownVersions(contracts: ContractIndex, type: string): string {
  return contracts
    .versionsOf(type)
    .map((contract) => contract.version)
    .join(', ');
}

function checkMessage(message: Message, contracts: ContractIndex): void {
  const { type, version, source } = message;
  const contract = contracts.find(type, version);
  if (contract === undefined) {
    throw new PermanentFailure(
      `${type} version ${version} is unknown here; known: ${knownVersions(contracts, type)}. Install the release that reads it, then replay.`,
    );
  }
  if (contract.service !== source) {
    throw new PermanentFailure(`${type} is an event of ${contract.service}, but it came from ${source}.`);
  }
  const mismatch = contracts.findMismatch(contract, message.data);
  if (mismatch !== undefined) {
    throw new PermanentFailure(`The data of ${type} version ${version} breaks its contract: ${mismatch}.`);
  }
}

/**
 * Holds a declared message against its contract: version, source and data. Throws `PermanentFailure` with a
 * reason an operator understands. Journal records are checked by whoever audits them.
 */
export function checkDelivery(delivery: Delivery, contracts: ContractIndex): void {
  if (delivery.channel === 'broken') throw new PermanentFailure(delivery.reason);
  if (delivery.channel !== 'journal') checkMessage(delivery.payload, contracts);
}
