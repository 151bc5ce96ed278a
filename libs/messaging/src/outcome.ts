/** What a handler makes of a message when it does not fail. Every handler returns one, or an Observable of one. */
export type HandlerResult =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'waiting'; readonly subject: string };

const finished: HandlerResult = { outcome: 'done' };

/** The message is handled. It must be said: a handler that returns nothing has failed. */
export function done(): HandlerResult {
  return finished;
}

/**
 * The message cannot be handled before another event has been handled by this consumer group. It is kept
 * durably and run again when that happens; nothing may have been changed by the handler.
 * @param subject see `subjectOf(type, stream)`
 */
export function waitFor(subject: string): HandlerResult {
  return { outcome: 'waiting', subject };
}

/** Trying again cannot help: the message is parked at once. */
export class PermanentFailure extends Error {
  readonly code = 'permanent-failure';
}

/**
 * Something every message needs is away (a database, the disk, the clock). No message is blamed: the source
 * pauses and the same message is tried again until it is back.
 */
export class DependencyUnavailable extends Error {
  readonly code = 'dependency-unavailable';
}

/**
 * Effects that were waiting to become durable together are gone: everything since the last acknowledgement has
 * to come again.
 */
export class EffectsLost extends Error {
  readonly code = 'effects-lost';
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** Recognises {@link PermanentFailure} by its code, whichever copy of the class made it. */
export function isPermanent(error: unknown): boolean {
  return codeOf(error) === 'permanent-failure';
}

/** Codes of errors that blame no message: those of the stores, and of a clock that may not be recorded by. */
const outages: readonly unknown[] = [
  'dependency-unavailable',
  'clock-jump',
  'effects-lost',
  'event-store-unavailable',
  'read-model-unavailable',
  'store-unavailable',
];

/** Recognises {@link DependencyUnavailable}, and the outages of stores and clock, by their codes. */
export function isUnavailable(error: unknown): boolean {
  return outages.includes(codeOf(error));
}

/** Recognises {@link EffectsLost} by its code. */
export function isEffectsLost(error: unknown): boolean {
  return codeOf(error) === 'effects-lost';
}

/** What to tell an operator about a failure. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error) return error.message || error.name;
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}
