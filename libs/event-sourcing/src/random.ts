import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(8192);
let offset = pool.length;

/** Random bytes from a pool, since one system call per event is dear. The view must be used at once. */
function take(length: number): Buffer {
  if (offset + length > pool.length) {
    randomFillSync(pool);
    offset = 0;
  }
  const bytes = pool.subarray(offset, offset + length);
  offset += length;
  return bytes;
}

/** Base64 of 16 random bytes. */
export function randomSalt(): string {
  return take(16).toString('base64');
}

/** A UUID of version 7 (RFC 9562): sorts by the millisecond it was made in. */
export function uuidV7(milliseconds: number = Date.now()): string {
  const bytes = take(10);
  bytes[0] = ((bytes[0] ?? 0) & 0x0f) | 0x70;
  bytes[2] = ((bytes[2] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  const time = milliseconds.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}`;
}
