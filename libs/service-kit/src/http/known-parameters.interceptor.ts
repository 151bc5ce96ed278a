import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Problem } from './problem.ts';

/** Refuses query parameters of a route that takes none; the others' DTOs refuse what they do not know. */
@Injectable()
export class KnownParametersInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http' || takesQuery(context)) return next.handle();
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const unknown = Object.keys(query ?? {}).filter((name) => name !== 'waitFor');
    if (unknown.length > 0) {
      throw new Problem('invalid-request', {
        errors: unknown.map((field) => ({ field, message: `${field} is not a parameter here` })),
      });
    }
    return next.handle();
  }
}

function takesQuery(context: ExecutionContext): boolean {
  const parameters: unknown = Reflect.getMetadata(
    ROUTE_ARGS_METADATA,
    context.getClass(),
    context.getHandler().name,
  );
  return Object.keys(parameters ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
