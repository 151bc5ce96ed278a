import type { Actor } from './actor.ts';
import type { PolicyReference } from './decider.ts';
import type { Instant } from './instant.ts';
import type { JsonObject } from './json.ts';

/** Encrypted personal data of one subject (AES-256-GCM), with a hash that commits to the plaintext. */
export interface EncryptedPart {
  readonly subject: string;
  readonly algorithm: 'A256GCM';
  /** Base64 of the 12-byte nonce. */
  readonly nonce: string;
  /** Base64 of ciphertext and tag; the plaintext is a 16-byte salt followed by canonical JSON. */
  readonly ciphertext: string;
  /** Hex SHA-256(salt ‖ canonical JSON); AES-GCM itself does not commit to its key. */
  readonly commitment: string;
}

/** What made this event happen: an event of this or another service. */
export interface Causation {
  readonly id: string;
  readonly recordedAt: Instant;
}

/**
 * The closed, versioned leaf input: exactly these members are canonicalised (RFC 8785) once, at append,
 * stored, and hashed. Position and leaf hash stand beside it, never in it.
 */
export interface EventEnvelope {
  /** Version of this list of members. */
  readonly envelope: 1;
  /** UUIDv7. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly stream: string;
  /** Position in the stream, from 0. */
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly effectiveAt: Instant;
  readonly actor: Actor;
  readonly commandId: string;
  /** Hex SHA-256 of the command's content: the same key with other content is refused. */
  readonly fingerprint: string;
  /** The case: what joins a center's events across services. */
  readonly correlation: string;
  readonly causation: Causation | null;
  readonly policy: PolicyReference | null;
  readonly evidence: readonly string[];
  readonly data: JsonObject;
  readonly encrypted: EncryptedPart | null;
  /** Base64 of 16 random bytes, so that a leaf hash does not let anyone guess the content. */
  readonly salt: string;
}
