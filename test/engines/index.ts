export { type Engine, type EngineName, engineNames, NotAvailable } from './engine.ts';
export { saslUsers } from './kafka/kafka.ts';
export { findRunning, sharedEngine, stopRunning } from './running-engines.ts';
export { startEngine, stopEngine } from './start-engine.ts';
export { describeWithEngine } from './testing.ts';
