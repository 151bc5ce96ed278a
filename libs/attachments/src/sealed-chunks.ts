import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AttachmentProblem } from './attachment-problem.ts';
import { rechunk } from './rechunk.ts';

const chunkLength = 64 * 1024;
const tagLength = 16;
const prefixLength = 7;

/**
 * Encrypts a stream in chunks of 64 KiB with AES-256-GCM. Each nonce holds a random prefix, the chunk's number and
 * whether it is the last, so that chunks can be neither reordered nor cut off.
 * Source: Hoang, Reyhanitabar, Rogaway, Vizár, "Online Authenticated-Encryption and its Nonce-Reuse
 * Misuse-Resistance" (STREAM), 2015.
 */
export async function* sealChunks(
  content: AsyncIterable<Uint8Array>,
  key: Uint8Array,
): AsyncGenerator<Uint8Array> {
  const prefix = randomBytes(prefixLength);
  yield prefix;
  let number = 0;
  for await (const { chunk, last } of rechunk(content, chunkLength)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, number, last));
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/** Decrypts what {@link sealChunks} made. Throws `attachment-damaged` on any change of it. */
export async function* openChunks(
  sealed: AsyncIterable<Uint8Array>,
  key: Uint8Array,
): AsyncGenerator<Uint8Array> {
  let prefix: Uint8Array | undefined;
  let number = 0;
  for await (const { chunk, last } of rechunk(sealed, chunkLength + tagLength, prefixLength)) {
    if (prefix === undefined) {
      prefix = chunk;
      if (last) throw new AttachmentProblem('attachment-damaged');
      continue;
    }
    yield openChunk(chunk, key, nonceOf(prefix, number, last));
    number += 1;
  }
}

function openChunk(chunk: Uint8Array, key: Uint8Array, nonce: Uint8Array): Uint8Array {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
    decipher.setAuthTag(chunk.subarray(-tagLength));
    return Buffer.concat([decipher.update(chunk.subarray(0, -tagLength)), decipher.final()]);
  } catch {
    throw new AttachmentProblem('attachment-damaged');
  }
}

function nonceOf(prefix: Uint8Array, number: number, last: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.set(prefix);
  nonce.writeUInt32BE(number, prefixLength);
  nonce.writeUInt8(last ? 1 : 0, prefixLength + 4);
  return nonce;
}
