export { type Engine, type EngineName, engineNames, NotAvailable } from './engine.ts';
export { restartableKafka } from './kafka/kafka.ts';
export { saslUsers } from './kafka/sasl-users.ts';
export { restartableMongodb } from './mongodb/mongodb.ts';
export type { RestartableServer } from './restartable-server.ts';
export { findRunning, sharedEngine, stopRunning } from './running-engines.ts';
export { startEngine, stopEngine } from './start-engine.ts';
export { describeWithEngine, describeWithEngines } from './testing.ts';
