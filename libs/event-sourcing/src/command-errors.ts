import type { Refusal } from './refusal.ts';

/** The decider refused the command; nothing was recorded. */
export class CommandRefused extends Error {
  readonly code = 'command-refused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`The command was refused: ${refusal.code}.`);
    this.refusal = refusal;
  }
}

/** The idempotency key was used before for a command with other content. */
export class IdempotencyMismatch extends Error {
  readonly code = 'idempotency-key-reused';

  constructor(commandId: string) {
    super(`Command ${commandId} was handled before with other content. Use a new key for a new command.`);
  }
}

/** The caller saw another revision of the stream than the present one. */
export class RevisionMismatch extends Error {
  readonly code = 'revision-mismatch';
  readonly expected: number;
  readonly actual: number;

  constructor(stream: string, expected: number, actual: number) {
    super(`Stream ${stream} is at revision ${actual}; the caller saw ${expected}. Read it again.`);
    this.expected = expected;
    this.actual = actual;
  }
}

/** What a command was to record does not fit the contract of its event; nothing was recorded. */
export class EventInvalid extends Error {
  readonly code = 'event-invalid';
  readonly params: { readonly type: string; readonly fault: string };

  constructor(type: string, fault: string) {
    super(`${type} does not fit its contract: ${fault}. Nothing was recorded.`);
    this.params = { type, fault };
  }
}
