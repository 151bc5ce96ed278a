import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { IssuerUnavailable, Unauthenticated } from './access-errors.ts';
import type { Caller } from './caller.ts';
import { isRole } from './roles.ts';

/** Where access tokens come from. */
export interface IssuerSettings {
  readonly issuer: string;
  readonly audience: string;
  /** Keys of the issuer: a JWKS address, or the key set itself. */
  readonly keys: URL | JSONWebKeySet;
}

const tokensRemembered = 5_000;

/**
 * Verifies OIDC access tokens (JWT, RFC 7519) and reads the caller from them. Claims: `sub`, `client_id` (or `azp`),
 * `iic_org`, `iic_role`, `iic_jurisdiction`, optionally `iic_delegation`.
 * A verified token is remembered until it expires, since checking a signature costs more than a command.
 */
export class TokenVerifier {
  readonly #settings: IssuerSettings;
  readonly #getKey: JWTVerifyGetKey;
  readonly #verified = new Map<string, { readonly caller: Caller; readonly expiresAt: number }>();

  constructor(settings: IssuerSettings) {
    this.#settings = settings;
    this.#getKey =
      settings.keys instanceof URL ? createRemoteJWKSet(settings.keys) : createLocalJWKSet(settings.keys);
  }

  /** The caller of an `Authorization` header. Throws {@link Unauthenticated}. */
  async callerOf(authorization: string | undefined): Promise<Caller> {
    const token = /^Bearer ([\w\-.~+/]+=*)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new Unauthenticated('An access token is required.');
    const known = this.#verified.get(token);
    if (known !== undefined && known.expiresAt > Date.now()) return known.caller;
    return this.#verify(token);
  }

  async #verify(token: string): Promise<Caller> {
    const { issuer, audience } = this.#settings;
    const payload = await this.#claims(token, issuer, audience);
    const caller = callerOfClaims(payload);
    if (this.#verified.size >= tokensRemembered) this.#verified.clear();
    this.#verified.set(token, { caller, expiresAt: (payload.exp ?? 0) * 1000 });
    return caller;
  }

  async #claims(token: string, issuer: string, audience: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.#getKey, {
        issuer,
        audience,
        algorithms: ['ES256', 'EdDSA', 'RS256', 'PS256'],
        requiredClaims: ['sub', 'exp'],
      });
      return payload;
    } catch (cause) {
      if (!isAboutToken(cause)) throw new IssuerUnavailable(cause);
      throw new Unauthenticated('The access token is not valid or has expired.', { cause });
    }
  }
}

/** Whether verification failed for the token's sake, and not because the issuer's keys could not be had. */
function isAboutToken(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    error.code !== 'ERR_JOSE_GENERIC'
  );
}

function callerOfClaims(payload: JWTPayload): Caller {
  const role = payload['iic_role'];
  if (!isRole(role)) throw new Unauthenticated('The access token names no role of this platform.');
  const delegation = payload['iic_delegation'];
  return {
    subject: text(payload.sub, 'sub'),
    organisation: text(payload['iic_org'], 'iic_org'),
    role,
    jurisdiction: text(payload['iic_jurisdiction'], 'iic_jurisdiction'),
    client: text(payload['client_id'] ?? payload['azp'], 'client_id'),
    ...(typeof delegation === 'string' ? { delegation } : {}),
  };
}

function text(value: unknown, claim: string): string {
  if (typeof value !== 'string' || value === '')
    throw new Unauthenticated(`The access token lacks ${claim}.`);
  return value;
}
