import { Readable } from 'node:stream';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { CommandReply, Download, Representation } from './replies.ts';

/** Turns replies into bodies and headers. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(map((value: unknown) => present(value, reply)));
  }
}

function present(value: unknown, reply: FastifyReply): unknown {
  if (value instanceof CommandReply) return presentCommand(value, reply);
  if (value instanceof Representation) {
    reply.header('etag', `"${value.revision}"`);
    return value.body;
  }
  if (value instanceof Download) return presentDownload(value, reply);
  return value;
}

function presentCommand(
  { id, revision, events, token, created }: CommandReply,
  reply: FastifyReply,
): unknown {
  reply.status(created ? 201 : 200).header('etag', `"${revision}"`);
  if (token !== null) reply.header('consistency-token', token);
  return { id, revision, events, token };
}

function presentDownload({ name, contentType, content }: Download, reply: FastifyReply): StreamableFile {
  reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  reply.header('content-type', contentType);
  reply.header('x-content-type-options', 'nosniff');
  return content instanceof Uint8Array
    ? new StreamableFile(content)
    : new StreamableFile(Readable.from(content));
}
