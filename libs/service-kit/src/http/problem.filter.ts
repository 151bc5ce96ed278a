import { AccessDenied, NotVisible } from '@iic/access';
import { ClockJump, CommandRefused, RevisionConflict, RevisionMismatch } from '@iic/event-sourcing';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceRuntime } from '../service-runtime.ts';
import { allowedMethods } from './allowed-methods.ts';
import { admissionOf } from './call.ts';
import { languageOf } from './language.ts';
import { Problem, type ProblemDetails, problemBody, problemStatus } from './problem.ts';
import { type Route, routeTable } from './route-table.ts';

interface Recognised extends ProblemDetails {
  readonly code: string;
  /** Where the framework knows better than the catalogue. */
  readonly status?: number;
}

/** What whoever runs the platform must hear of. */
const logged: readonly string[] = [
  'internal-error',
  'event-invalid',
  'store-unavailable',
  'event-store-unavailable',
];
const retryAfterSeconds = '1';

/** Answers every failure of a request with problem+json (RFC 9457); what may pass by itself says when to try again. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  #routes: readonly Route[] | undefined;

  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly modules: ModulesContainer,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    if (host.getType() !== 'http') throw error;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const known = this.#methodRefused(request) ?? this.#recognise(error);
    const recognised = await this.#recordDenial(known, error, request);
    const { code, status, ...details } = recognised;
    const catalogue = this.runtime.problems;
    if (logged.includes(code)) {
      this.runtime.log.error({ err: error, request: request.id }, 'request failed');
    }
    if (reply.sent) return;
    const answered = status ?? problemStatus(catalogue, code);
    await reply
      .status(answered)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .headers({
        ...headersOf(recognised),
        ...(answered === 503 ? { 'retry-after': retryAfterSeconds } : {}),
      })
      .send({
        ...problemBody(
          catalogue,
          code,
          details,
          languageOf(request.headers['accept-language']),
          `urn:iic:request:${request.id}`,
          this.runtime.terms,
        ),
        ...(status === undefined ? {} : { status }),
      });
  }

  /** A path that is there, asked with a method it does not take. */
  #methodRefused({ is404, url }: FastifyRequest): Recognised | undefined {
    if (!is404) return undefined;
    const { name, rootRoutes = [] } = this.runtime.definition;
    this.#routes ??= routeTable(this.modules, name, rootRoutes);
    const allowed = allowedMethods(this.#routes, url).join(', ');
    return allowed === '' ? undefined : { code: 'method-not-allowed', params: { allowed } };
  }

  #recognise(error: unknown): Recognised {
    if (error instanceof CommandRefused) return error.refusal;
    if (error instanceof Problem) return { ...error.details, code: error.code };
    if (error instanceof RevisionMismatch) {
      return { code: 'stale-revision', params: { actual: error.actual, expected: error.expected } };
    }
    if (error instanceof RevisionConflict) return { code: 'concurrent-change' };
    if (error instanceof ClockJump) return { code: 'clock-jump' };
    if (error instanceof HttpException) return fromStatus(error.getStatus(), error.message);
    return this.#byCode(error);
  }

  /** Errors of the libraries carry a stable code; it is answered when the catalogue knows it. */
  #byCode(error: unknown): Recognised {
    if (!(error instanceof Error)) return { code: 'internal-error' };
    if ('statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500) {
      return fromStatus(error.statusCode, error.message);
    }
    if (!('code' in error) || typeof error.code !== 'string') return { code: 'internal-error' };
    if (error.code in this.runtime.problems) {
      return { code: error.code, ...('params' in error ? { params: scalars(error.params) } : {}) };
    }
    return { code: error.code === 'ERR_SQLITE_ERROR' ? 'store-unavailable' : 'internal-error' };
  }

  async #recordDenial(recognised: Recognised, error: unknown, request: FastifyRequest): Promise<Recognised> {
    const admission = admissionOf(request);
    const forbidden = this.runtime.problems[recognised.code]?.kind === 'forbidden';
    const denied = forbidden || error instanceof AccessDenied || error instanceof NotVisible;
    if (!denied || admission === undefined) return recognised;
    const { action, subject } = admission.requirement;
    const path = request.url.split('?')[0] ?? '';
    this.runtime.host.metrics.denials.inc({ service: this.runtime.name, kind: 'authenticated' });
    try {
      await this.runtime.security.record(
        { type: 'AccessDenied', data: { action, subject, path } },
        admission.caller,
      );
      return recognised;
    } catch {
      return { code: 'store-unavailable' };
    }
  }
}

function headersOf({ code, params }: Recognised): Record<string, string> {
  if (code === 'unauthenticated') return { 'www-authenticate': 'Bearer' };
  return code === 'method-not-allowed' ? { allow: String(params?.['allowed'] ?? '') } : {};
}

function fromStatus(status: number, message: string): Recognised {
  if (status === 404) return { code: 'not-found' };
  if (status === 403) return { code: 'access-denied' };
  if (status >= 500) return { code: 'internal-error' };
  return { code: 'invalid-request', status, errors: [{ field: 'body', message }] };
}

function scalars(params: unknown): Record<string, string | number> {
  if (typeof params !== 'object' || params === null) return {};
  return Object.fromEntries(
    Object.entries(params).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  );
}
