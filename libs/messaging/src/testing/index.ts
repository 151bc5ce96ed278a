export { consumerStateContract } from './consumer-state-contract.ts';
export { type Competitors, leaseContract } from './lease-contract.ts';
export { type MortalState, mortalState } from './mortal-state.ts';
export { sampleDelivery, sampleJournalDelivery } from './sample-deliveries.ts';
export {
  AlphaDrafted,
  AlphaNoted,
  AlphaOpened,
  BetaAnswered,
  TestSource,
  testContracts,
} from './test-source.ts';
export { transportContract } from './transport-contract.ts';
export {
  gate,
  handle,
  listen,
  TestGroup,
  type TestHandler,
  type TransportHarness,
} from './transport-harness.ts';
