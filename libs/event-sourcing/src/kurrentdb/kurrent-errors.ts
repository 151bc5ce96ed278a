import { AccessDeniedError, ErrorType, isCommandError } from '@kurrent/kurrentdb-client';

/**
 * KurrentDB did not answer. Whether an append it was asked for is stored is not known: repeat the same batch,
 * and it resolves with the first outcome when it was stored.
 */
export class KurrentUnavailable extends Error {
  readonly code = 'event-store-unavailable';

  constructor(what: string, cause?: unknown) {
    super(`KurrentDB did not answer ${what}. Nothing is taken as stored; try again when it is reachable.`, {
      cause,
    });
  }
}

/** The store cannot be opened with these settings; the message says which to change. */
export class KurrentNotOpened extends Error {
  readonly code = 'event-store-not-opened';
}

/** What the server holds is not what was appended. */
export class KurrentDamaged extends Error {
  readonly code = 'event-store-damaged';
}

/** KurrentDB answered that it will not do what it was asked; the message says what to change where we know. */
export class KurrentRefused extends Error {
  readonly code = 'event-store-refused';
}

/** What says nothing of whether the request was carried out. */
const silent: ReadonlySet<ErrorType> = new Set([
  ErrorType.UNAVAILABLE,
  ErrorType.DEADLINE_EXCEEDED,
  ErrorType.TIMEOUT,
  ErrorType.CANCELLED,
  ErrorType.NOT_LEADER,
  ErrorType.UNKNOWN,
]);

/** An error of the client in the terms of the store; errors of the store itself stay as they are. */
export function asStoreError(error: unknown, what: string): Error {
  if (error instanceof KurrentUnavailable || error instanceof KurrentDamaged) return error;
  if (error instanceof AccessDeniedError) {
    return new KurrentRefused(
      `KurrentDB denied ${what}. Give the connection string a user who may read $all and write the service's streams.`,
      { cause: error },
    );
  }
  if (error instanceof Error && isCommandError(error) && !silent.has(error.type)) {
    return new KurrentRefused(`KurrentDB refused ${what}: ${error.message}`, { cause: error });
  }
  return new KurrentUnavailable(what, error);
}
