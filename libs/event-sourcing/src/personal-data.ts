import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { PersonalPart } from './decider.ts';
import type { EncryptedPart } from './envelope.ts';
import type { JsonObject } from './json.ts';
import type { KeyStore } from './key-store.ts';

const saltLength = 16;
const tagLength = 16;

/** The ciphertext does not open under its key, or opens to something else than was committed to. */
export class PersonalDataDamaged extends Error {
  readonly code = 'personal-data-damaged';
}

/** Encrypts a person's data under that person's key (AES-256-GCM) and commits to the plaintext. */
export async function encryptPersonal(part: PersonalPart, keys: KeyStore): Promise<EncryptedPart> {
  const key = await keys.keyFor(part.subject);
  const plaintext = Buffer.concat([randomBytes(saltLength), Buffer.from(canonicalJson(part.content))]);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(part.subject));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  return {
    subject: part.subject,
    algorithm: 'A256GCM',
    nonce: nonce.toString('base64'),
    ciphertext: ciphertext.toString('base64'),
    commitment: createHash('sha256').update(plaintext).digest('hex'),
  };
}

/** The person's data, or `undefined` once the key is shredded. Throws {@link PersonalDataDamaged}. */
export async function decryptPersonal(part: EncryptedPart, keys: KeyStore): Promise<JsonObject | undefined> {
  const key = await keys.findKey(part.subject);
  if (key === undefined) return undefined;
  const plaintext = open(part, key);
  if (createHash('sha256').update(plaintext).digest('hex') !== part.commitment) {
    throw new PersonalDataDamaged('The plaintext is not the one the event committed to.');
  }
  return JSON.parse(plaintext.subarray(saltLength).toString('utf8'));
}

function open(part: EncryptedPart, key: Uint8Array): Buffer {
  const sealed = Buffer.from(part.ciphertext, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(part.nonce, 'base64'))
      .setAAD(Buffer.from(part.subject))
      .setAuthTag(sealed.subarray(-tagLength));
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()]);
  } catch (cause) {
    throw new PersonalDataDamaged('The ciphertext does not open under its key.', { cause });
  }
}
