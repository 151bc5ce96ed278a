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
  const hex = take(10).toString('hex');
  const time = milliseconds.toString(16).padStart(12, '0');
  const variant = ((Number.parseInt(hex.charAt(3), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}
