export { MongoConsumerState } from './mongo-consumer-state.ts';
export { type LeaseTimes, MongoLeases } from './mongo-leases.ts';
