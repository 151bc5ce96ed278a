import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Caller } from '@iic/access';
import { canonicalJson } from '@iic/event-sourcing';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Language, languageOf } from './language.ts';
import { Problem } from './problem.ts';
import type { Requirement } from './requirement.ts';

/** An authenticated request to read. */
export interface QueryCall {
  readonly caller: Caller;
  /** The ability the route demands; the executor demands it again of the very case. */
  readonly action: string;
  readonly subject: string;
  readonly language: Language;
}

/** An authenticated request to change something. */
export interface CommandCall extends QueryCall {
  readonly commandId: string;
  /** Hex SHA-256 of idempotency key, path parameters and body. */
  readonly fingerprint: string;
  /** From If-Match; absent when the caller does not care. */
  readonly expectedRevision?: number;
}

/** What the access guard leaves on a request. */
export interface Admission {
  readonly caller: Caller;
  readonly requirement: Requirement & { readonly access: 'ability' };
}

const admissions = new WeakMap<FastifyRequest, Admission>();

/** Notes who was let in. */
export function admit(request: FastifyRequest, admission: Admission): void {
  admissions.set(request, admission);
}

/** Who was let in with this request, if anyone. */
export function admissionOf(request: FastifyRequest): Admission | undefined {
  return admissions.get(request);
}

/** Parameter decorator: the authenticated reading call. */
export const Reading = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  queryCall(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Parameter decorator: the authenticated command, with idempotency key and If-Match. */
export const Command = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  commandCall(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** The same call with the fingerprint of content that is not in the JSON body, for example an upload. */
export function withContent(call: CommandCall, sha256: string): CommandCall {
  return { ...call, fingerprint: sha256Hex(`${call.fingerprint}\0${sha256}`) };
}

function queryCall(request: FastifyRequest): QueryCall {
  const admission = admissionOf(request);
  if (admission === undefined) throw new Problem('unauthenticated');
  const { action, subject } = admission.requirement;
  return {
    caller: admission.caller,
    action,
    subject,
    language: languageOf(request.headers['accept-language']),
  };
}

function commandCall(request: FastifyRequest): CommandCall {
  const query = queryCall(request);
  const expectedRevision = ifMatch(request);
  return {
    ...query,
    commandId: commandId(query.caller, request),
    fingerprint: fingerprint(request),
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
  };
}

function commandId({ client, subject }: Caller, request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Problem('idempotency-key-required');
  const path = request.url.split('?')[0] ?? '';
  return sha256Hex([client, subject, request.method, path, key].join('\0'));
}

/**
 * Hash of key and content. The key is stored nowhere else, so that nobody can try out what a body of personal data
 * may have been.
 */
function fingerprint(request: FastifyRequest): string {
  return sha256Hex(`${request.headers['idempotency-key']}\0${contentOf(request)}`);
}

function contentOf({ params, body }: FastifyRequest): string {
  return canonicalJson({ params, body: parsedBody(body) });
}

/** An uploaded stream is not parsed; its content is fingerprinted by {@link withContent}. */
function parsedBody(body: unknown): unknown {
  const isUpload = body instanceof Readable || body instanceof Uint8Array;
  return isUpload ? null : (body ?? null);
}

function ifMatch(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match'];
  if (header === undefined) {
    if (request.method === 'PUT' || request.method === 'PATCH') throw new Problem('if-match-required');
    return undefined;
  }
  const revision = /^"(\d{1,15})"$/.exec(header)?.[1];
  if (revision === undefined) {
    throw new Problem('invalid-request', {
      errors: [{ field: 'If-Match', message: 'must be one ETag, such as "3"' }],
    });
  }
  return Number(revision);
}

function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
