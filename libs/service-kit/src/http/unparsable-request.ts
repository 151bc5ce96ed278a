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
  if (!socket.writable || isAnswering(socket)) {
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
    // No timeout of the server holds for it any more, and the other side need not close it.
    () => socket.destroy(),
  );
}

/** Whether a response is under way, into which another would run; as Node's own answer looks at it. */
function isAnswering(socket: Socket): boolean {
  const response: unknown = Reflect.get(socket, '_httpMessage');
  return typeof response === 'object' && response !== null && Reflect.get(response, 'headersSent') === true;
}
