/** Nobody is signed in, or the access token is not valid. */
export class Unauthenticated extends Error {
  readonly code = 'unauthenticated';
}

/** The issuer's keys cannot be had just now, so nobody's token can be checked. */
export class IssuerUnavailable extends Error {
  readonly code = 'issuer-unavailable';

  constructor(cause: unknown) {
    super('The issuer of access tokens cannot be reached.', { cause });
  }
}

/** The caller's role may never do this. */
export class AccessDenied extends Error {
  readonly code = 'access-denied';
  readonly action: string;
  readonly subject: string;

  constructor(action: string, subject: string) {
    super(`This role may not ${action} ${subject}.`);
    this.action = action;
    this.subject = subject;
  }
}

/** There is no such thing for this caller; whether it exists for others is not told. */
export class NotVisible extends Error {
  readonly code = 'not-found';
  readonly subject: string;

  constructor(subject: string) {
    super(`There is no such ${subject}.`);
    this.subject = subject;
  }
}
