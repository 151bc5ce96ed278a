export type { Actor } from './actor.ts';
export * from './decider.ts';
export type { Causation, EncryptedPart, EventEnvelope } from './envelope.ts';
export * from './event-store.ts';
export { type Instant, laterOf } from './instant.ts';
export type { Json, JsonObject } from './json.ts';
export type {
  Finding,
  ProblemCatalogue,
  ProblemDefinition,
  ProblemKind,
  Refusal,
  Strength,
} from './refusal.ts';
