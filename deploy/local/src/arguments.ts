import { isDigits, isId } from '@iic/service-kit';
import { InvalidArgumentError } from 'commander';

/** Reads `http://HOST:PORT`, whatever path follows it left out. Throws `InvalidArgumentError`. */
export function readOrigin(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.origin;
  throw new InvalidArgumentError('It must be an address, for example http://127.0.0.1:3000.');
}

/** Origin of a platform on this machine, at the port it is told to take. */
export const localOrigin = `http://127.0.0.1:${process.env['PORT'] || '3000'}`;

/** Reads an identifier of an organisation or a person. Throws `InvalidArgumentError`. */
export function readId(value: string): string {
  if (isId(value)) return value;
  throw new InvalidArgumentError('It must be an identifier: letters, digits and . _ : - only, never a name.');
}

/** Reads a code of the form of GB/T 2260. Throws `InvalidArgumentError`. */
export function readAreaCode(value: string): string {
  if (/^\d{6}$/.test(value)) return value;
  throw new InvalidArgumentError('It must be the code of an area, for example 220000 or 220100.');
}

/** Reads the ordinal of a kept message. Throws `InvalidArgumentError`. */
export function readOrdinal(value: string): string {
  if (isDigits(value)) return value;
  throw new InvalidArgumentError('It must be the number that `list` shows after the service.');
}

/** Reads a TCP port, 0 for a free one. Throws `InvalidArgumentError`. */
export function readPortNumber(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a whole number from 0 to 65535.');
}
