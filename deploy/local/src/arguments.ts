import { InvalidArgumentError } from 'commander';

/** Reads `http://HOST:PORT`, whatever path follows it left out. Throws `InvalidArgumentError`. */
export function readOrigin(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.origin;
  throw new InvalidArgumentError('It must be an address, for example http://127.0.0.1:3000.');
}

/** Reads a TCP port, 0 for a free one. Throws `InvalidArgumentError`. */
export function readPortNumber(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a whole number from 0 to 65535.');
}
