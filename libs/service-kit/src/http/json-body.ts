import type { FastifyInstance } from 'fastify';
import { fieldPath } from './field-path.ts';
import { type FieldError, Problem } from './problem.ts';

/** Deeper than any command nests, and far from where walking it would exhaust the stack. */
const deepest = 32;

/** A body that is not read at all. */
class BodyRefused extends Error {
  readonly statusCode: number;

  constructor(statusCode: 400 | 415, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

/**
 * Takes JSON bodies (RFC 8259) as every command needs them: an object in uncompressed UTF-8, of finite numbers, not
 * nested too deeply. Fastify's own parser would read other encodings as if they were UTF-8.
 */
export function takeJsonBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    const { 'content-encoding': encoding = 'identity', 'content-type': type = '' } = request.headers;
    const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(type)?.[1] ?? 'utf-8';
    if (encoding !== 'identity') return done(new BodyRefused(415, 'the body must not be compressed'));
    if (!/^utf-?8$/i.test(charset)) return done(new BodyRefused(415, 'the body must be UTF-8'));
    const text = decoded(bytes);
    if (text === undefined) return done(new BodyRefused(400, 'the body must be UTF-8'));
    return parse(request, text, (error, value: unknown) => {
      const fault = error === null ? bodyFault(value) : undefined;
      done(fault === undefined ? error : new Problem('invalid-request', { errors: [fault] }), value);
    });
  });
}

function decoded(bytes: string | Buffer): string | undefined {
  try {
    return typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function bodyFault(value: unknown): FieldError | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { field: 'body', message: 'body must be an object' };
  }
  return faultIn(value, '', 0);
}

function faultIn(value: unknown, field: string, depth: number): FieldError | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return { field, message: `${field} must not be a number beyond what can be stored` };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === deepest) return { field: 'body', message: 'the body is nested too deeply' };
  for (const [key, member] of Object.entries(value)) {
    const fault = faultIn(member, fieldPath(field, key), depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
