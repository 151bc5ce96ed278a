export { type Engine, type EngineName, engineNames, NotAvailable } from './engine.ts';
export { restartableKafka, saslUsers } from './kafka/kafka.ts';
export { restartableMongodb } from './mongodb/mongodb.ts';
export type { RestartableServer } from './restartable-server.ts';
export { findRunning, sharedEngine, stopRunning } from './running-engines.ts';
export { startEngine, stopEngine } from './start-engine.ts';
export { describeWithEngine, describeWithEngines } from './testing.ts';
