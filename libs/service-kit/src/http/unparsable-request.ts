import type { Socket } from 'node:net';
import { kitProblems } from './kit-problems.ts';
import { languageOf } from './language.ts';
import { problemBody } from './problem.ts';

/** What Node's parser says, and what it means: a status and an English text for the field `request`. */
const meanings: Readonly<Record<string, readonly [number, string, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'the headers are too large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'the request did not arrive in time'],
};

/** Answers what cannot be parsed as HTTP/1.1, in the language nobody could name, and ends the connection. */
export function answerUnparsable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (!socket.writable || socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const [status, reason, message] = meanings[error.code ?? ''] ?? [
    400,
    'Bad Request',
    'this is not HTTP/1.1',
  ];
  const errors = [{ field: 'request', message }];
  const instance = 'urn:iic:request:unparsed';
  const problem = problemBody(kitProblems, 'invalid-request', { errors }, languageOf(undefined), instance);
  const body = JSON.stringify({ ...problem, status });
  socket.end(
    [
      `HTTP/1.1 ${status} ${reason}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
