import type { FastifyReply, FastifyRequest } from 'fastify';
import { kitProblems } from './kit-problems.ts';
import { languageOf } from './language.ts';
import { problemBody } from './problem.ts';

/** Answers a URL that no route can be sought for, such as one with a broken percent-encoding. */
export function answerBadUrl(
  { message }: Error,
  request: Pick<FastifyRequest, 'headers' | 'id'>,
  reply: FastifyReply,
): void {
  const body = problemBody(
    kitProblems,
    'invalid-request',
    { errors: [{ field: 'url', message }] },
    languageOf(request.headers['accept-language']),
    `urn:iic:request:${request.id}`,
  );
  void reply.status(body.status).type('application/problem+json; charset=utf-8').send(body);
}
