import { Unauthenticated } from '@iic/access';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ServiceRuntime } from '../service-runtime.ts';
import { admit } from './call.ts';
import { type Requirement, requirementKey } from './requirement.ts';

/** Lets a request in only where the route declares what it takes and the caller has it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly runtime: ServiceRuntime,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const requirement = this.reflector.get<Requirement | undefined>(requirementKey, context.getHandler());
    if (requirement === undefined) return false;
    if (requirement.access === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = await this.#callerOf(request);
    const { action, subject } = requirement;
    admit(request, { caller, requirement });
    this.runtime.access.demandRole(caller, action, subject);
    if (caller.role === 'auditor') {
      const path = request.url.split('?')[0] ?? '';
      await this.runtime.security.record({ type: 'AuditorRead', data: { action, subject, path } }, caller);
    }
    return true;
  }

  async #callerOf(request: FastifyRequest) {
    try {
      return await this.runtime.host.verifier.callerOf(request.headers.authorization);
    } catch (error) {
      if (error instanceof Unauthenticated) {
        this.runtime.host.metrics.denials.inc({ service: this.runtime.name, kind: 'anonymous' });
      }
      throw error;
    }
  }
}
