export { consumerStateContract } from './consumer-state-contract.ts';
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
