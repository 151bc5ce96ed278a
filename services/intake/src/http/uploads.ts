import { Problem } from '@iic/service-kit';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/** Media types that are handed to a route as they stream in. */
export const uploadTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/octet-stream',
] as const;

/** How the API description shows an upload. */
export const binaryBody = { schema: { type: 'string', format: 'binary' }, required: true } as const;

/** Makes the HTTP server pass uploads on unread; the route counts, checks and stores what streams by. */
@Injectable()
export class Uploads implements OnModuleInit {
  constructor(private readonly adapter: HttpAdapterHost) {}

  onModuleInit(): void {
    const server: ParsingServer = this.adapter.httpAdapter.getInstance();
    server.addContentTypeParser([...uploadTypes], (_request, payload, done) => done(null, payload));
  }
}

/** What is used of Fastify's server. */
interface ParsingServer {
  addContentTypeParser(
    types: string[],
    parser: (request: unknown, payload: unknown, done: (error: null, body: unknown) => void) => void,
  ): void;
}

/** What is used of a request. */
export interface UploadRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

/** An upload as it arrives. */
export interface Upload {
  readonly content: AsyncIterable<Uint8Array>;
  readonly declaredType: string;
  /** From `Content-Disposition`; `undefined` when the client does not name the file. */
  readonly fileName: string | undefined;
}

/** The upload of a request. Throws the problem `upload-expected` when the body is none. */
export function uploadOf(request: UploadRequest): Upload {
  const { headers, body } = request;
  const declaredType = single(headers['content-type']).split(';')[0]?.trim().toLowerCase() ?? '';
  if (!isByteStream(body))
    throw new Problem('upload-expected', { params: { types: uploadTypes.join(', ') } });
  return { content: body, declaredType, fileName: fileNameOf(single(headers['content-disposition'])) };
}

/** All bytes of an upload of at most `cap` bytes; `undefined` for a larger one, which is not read on. */
export async function bytesWithin(
  content: AsyncIterable<Uint8Array>,
  cap: number,
): Promise<Buffer | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of content) {
    size += piece.length;
    if (size > cap) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function isByteStream(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/** RFC 6266: `filename*=UTF-8''…`, else `filename="…"`; without any folder, at most 200 characters. */
function fileNameOf(disposition: string): string | undefined {
  const extended = /filename\*\s*=\s*UTF-8''([^;]+)/iu.exec(disposition)?.[1];
  const plain = /filename\s*=\s*"([^"]*)"/iu.exec(disposition)?.[1];
  const name = extended === undefined ? plain : decoded(extended);
  // Characters that nobody can see are no part of a name, and could make it look like another.
  const visible = name?.replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '');
  const last = visible?.split(/[/\\]/u).at(-1) ?? '';
  // By characters: half of a surrogate pair cannot be recorded.
  return [...last].slice(0, 200).join('') || undefined;
}

function single(header: string | string[] | undefined): string {
  return (Array.isArray(header) ? header[0] : header) ?? '';
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return undefined;
  }
}
