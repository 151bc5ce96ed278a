import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { from, type Observable, switchMap } from 'rxjs';
import { ServiceRuntime } from '../service-runtime.ts';
import { type ConsistencyPoint, parseConsistencyToken } from './consistency-token.ts';
import { Problem } from './problem.ts';

const longestWait = 5_000;

/**
 * Lets a query wait, bounded, until this service has seen what a command's consistency token names:
 * the header `Wait-For`, or the query parameter `waitFor`.
 */
@Injectable()
export class WaitForInterceptor implements NestInterceptor {
  constructor(private readonly runtime: ServiceRuntime) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = tokenOf(request);
    if (token === undefined) return next.handle();
    const point = parseConsistencyToken(token);
    if (point === undefined) {
      throw new Problem('invalid-request', {
        errors: [{ field: 'waitFor', message: 'is not a consistency token' }],
      });
    }
    return from(this.#wait(point)).pipe(switchMap(() => next.handle()));
  }

  async #wait(point: ConsistencyPoint): Promise<void> {
    const { name, store, projections } = this.runtime;
    const deadline = Date.now() + longestWait;
    if (point.service !== name && !(await this.#handled(point))) throw new Problem('not-yet-visible');
    const seq = point.service === name ? point.seq : await store.head();
    if (!(await projections.waitFor(seq, Math.max(0, deadline - Date.now()))))
      throw new Problem('not-yet-visible');
  }

  async #handled({ service, seq, sharedSeq, key }: ConsistencyPoint): Promise<boolean> {
    const { transport } = this.runtime;
    const awaited = transport.channel === 'journal' ? seq : sharedSeq;
    if (awaited === 0 || !transport.sources.includes(service)) return true;
    return transport.caughtUp(service, { seq: awaited, key }, longestWait);
  }
}

function tokenOf(request: FastifyRequest): string | undefined {
  if (request.method !== 'GET') return undefined;
  const header = request.headers['wait-for'];
  if (typeof header === 'string') return header;
  const query = request.query;
  if (typeof query !== 'object' || query === null || !('waitFor' in query)) return undefined;
  return typeof query.waitFor === 'string' ? query.waitFor : undefined;
}
