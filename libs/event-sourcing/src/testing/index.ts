export { deciderSpec, type SpecContext } from './decider-spec.ts';
export { eventStoreContract } from './event-store-contract.ts';
export { InMemoryEventStore } from './in-memory-event-store.ts';
export { InMemoryKeyStore } from './in-memory-key-store.ts';
export { keyStoreContract } from './key-store-contract.ts';
export { sampleBatch, sampleEnvelope } from './sample-events.ts';
