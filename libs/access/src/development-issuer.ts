import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { Role } from './roles.ts';
import type { IssuerSettings } from './token-verifier.ts';

const issuer = 'urn:iic:development-issuer';
const audience = 'iic';

/** Who a development token speaks for. */
export interface DevelopmentIdentity {
  readonly role: Role;
  readonly organisation: string;
  readonly person: string;
  /** Area code; default the province, 220000. */
  readonly jurisdiction?: string;
}

/**
 * Issues access tokens for trying the platform out. Anyone who can read its key file can be anyone, so it is
 * only for the local start commands on the loopback interface.
 */
export class DevelopmentIssuer {
  readonly #privateKey: JWK;

  private constructor(privateKey: JWK) {
    this.#privateKey = privateKey;
  }

  /** Reads the key file, or makes it (readable by its owner only). Several processes may do so at once. */
  static async open(file: string): Promise<DevelopmentIssuer> {
    if (!existsSync(file)) await makeKeyFile(file);
    return new DevelopmentIssuer(JSON.parse(readFileSync(file, 'utf8')));
  }

  /** What a verifier needs to accept this issuer's tokens. */
  settings(): IssuerSettings {
    const { d: _secret, ...publicKey } = this.#privateKey;
    return { issuer, audience, keys: { keys: [publicKey] } };
  }

  /** A token valid for twelve hours. */
  async issue(identity: DevelopmentIdentity): Promise<string> {
    const key = await importJWK(this.#privateKey, 'ES256');
    return new SignJWT({
      client_id: 'development',
      iic_role: identity.role,
      iic_org: identity.organisation,
      iic_jurisdiction: identity.jurisdiction ?? '220000',
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'development' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(identity.person)
      .setIssuedAt()
      .setExpirationTime('12h')
      .sign(key);
  }
}

/** The file appears whole; of several processes that make it at once, the first one's stays. */
async function makeKeyFile(file: string): Promise<void> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: 'development', alg: 'ES256' };
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(key), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft);
  }
}
