export type { Actor } from './actor.ts';
export { canonicalJson, NotCanonical } from './canonical-json.ts';
export { type Clock, systemClock } from './clock.ts';
export { CommandRefused, EventInvalid, IdempotencyMismatch, RevisionMismatch } from './command-errors.ts';
export {
  CommandHandler,
  type CommandHandlerDependencies,
  type CommandMeta,
  type CommandOutcome,
} from './command-handler.ts';
export { copyKeys, type KeysCopied, type KeysVerified, verifyKeys } from './copy-keys.ts';
export { type Copied, type CopyOptions, copyStore, verifyCopy } from './copy-store.ts';
export type { CopyableKeyStore, KeptKey } from './copyable-key-store.ts';
export { type CopyProgress, type CopyWatch, SourceDamaged, StoresDiffer } from './copying.ts';
export { type Deadline, type DeadlineChange, deadlineCommandId } from './deadlines.ts';
export * from './decider.ts';
export type { Causation, EncryptedPart, EventEnvelope } from './envelope.ts';
export * from './event-store.ts';
export { ClockJump, GuardedClock, type TimeReadings } from './guarded-clock.ts';
export { type Instant, laterOf } from './instant.ts';
export type { Json, JsonObject } from './json.ts';
export { KeyShredded, type KeyStore } from './key-store.ts';
export type { Loaded } from './loaded.ts';
export { decryptPersonal, encryptPersonal, PersonalDataDamaged } from './personal-data.ts';
export { randomSalt, uuidV7 } from './random.ts';
export { recordedEvent } from './recorded-event.ts';
export type {
  Finding,
  ProblemCatalogue,
  ProblemDefinition,
  ProblemKind,
  Refusal,
  Strength,
} from './refusal.ts';
export { sealEvent } from './sealing.ts';
export { checkDatabase, inspectStore, type StoreSummary } from './sqlite/inspect-store.ts';
export { openDurableDatabase, openNamed } from './sqlite/open-database.ts';
export { type DatabaseSnapshot, StoresBusy, withSnapshots } from './sqlite/snapshots.ts';
export { type DeadlineOptions, SqliteDeadlines } from './sqlite/sqlite-deadlines.ts';
export { SqliteEventStore } from './sqlite/sqlite-event-store.ts';
export { SqliteKeyStore } from './sqlite/sqlite-key-store.ts';
export { StoreDamaged } from './sqlite/store-damaged.ts';
export { lockStore, StoreInUse } from './sqlite/store-lock.ts';
export { EventVersions, UnknownEventVersion, type Upcaster } from './upcasters.ts';
export { WakeUp } from './wake-up.ts';
