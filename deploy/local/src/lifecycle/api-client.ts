import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** What a command answered. */
export interface Reply {
  readonly id: string;
  readonly revision: number;
  readonly events: readonly string[];
  readonly token: string | null;
}

/** One person at a client. */
export interface Person {
  /** How the console names them. */
  readonly label: string;
  readonly token: string;
}

/** The platform answered that it will not do it. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(what: string, status: number, body: unknown) {
    super(`${what}: ${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.code = codeOf(body);
  }
}

const patience = 60_000;

/**
 * A client that never gives up on a command silently: lost connections and 503 are retried with the same
 * idempotency key for a minute, everything else that is no success is thrown as {@link ApiProblem}.
 */
export class ApiClient {
  readonly #url: string;
  readonly #run: string;
  #seen: string | null = null;

  /** @param run identifier of the run; keys derive from it, so that a repeated run takes effect once */
  constructor(url: string, run: string) {
    this.#url = url.replace(/\/$/, '');
    this.#run = run;
  }

  /** Sends a command with a JSON body. `step` names it uniquely within the run. */
  async command(
    person: Person,
    step: string,
    method: string,
    path: string,
    body: unknown = {},
    revision?: number,
  ): Promise<Reply> {
    const headers = { 'content-type': 'application/json', ...this.#commandHeaders(step, revision) };
    return this.#reply(await this.#send(person, method, path, headers, JSON.stringify(body)));
  }

  /** Sends a command whose content is a file. */
  async upload(
    person: Person,
    step: string,
    method: string,
    path: string,
    type: string,
    content: Uint8Array,
    revision?: number,
  ): Promise<Reply> {
    const headers = { 'content-type': type, ...this.#commandHeaders(step, revision) };
    return this.#reply(await this.#send(person, method, path, headers, new Uint8Array(content)));
  }

  /** Reads JSON, having waited until the service knows of this client's last command. */
  async read<Body>(person: Person | undefined, path: string): Promise<Body> {
    const headers = this.#seen === null ? {} : { 'wait-for': this.#seen };
    const response = await this.#send(person, 'GET', path, headers);
    return response.json() as Promise<Body>;
  }

  /** Reads a file. */
  async download(person: Person, path: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.#send(person, 'GET', path, {})).arrayBuffer());
  }

  /** Reads until the answer satisfies; other services take a moment to react. */
  async until<Body>(
    person: Person | undefined,
    path: string,
    satisfied: (body: Body) => boolean,
  ): Promise<Body> {
    const end = Date.now() + patience;
    for (let wait = 10; ; wait = Math.min(wait * 2, 500)) {
      const body = await this.#readIfThere<Body>(person, path);
      if (body !== undefined && satisfied(body)) return body;
      if (Date.now() > end)
        throw new Error(`GET ${path} did not get there in time; last: ${JSON.stringify(body)}`);
      await pause(wait);
    }
  }

  async #readIfThere<Body>(person: Person | undefined, path: string): Promise<Body | undefined> {
    try {
      return await this.read<Body>(person, path);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 404) return undefined;
      throw error;
    }
  }

  async #reply(response: Response): Promise<Reply> {
    const reply = (await response.json()) as Reply;
    this.#seen = reply.token ?? this.#seen;
    return reply;
  }

  #commandHeaders(step: string, revision: number | undefined): Record<string, string> {
    const key = createHash('sha256').update(`${this.#run}\0${step}`).digest('hex');
    return { 'idempotency-key': key, ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }) };
  }

  async #send(
    person: Person | undefined,
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | Uint8Array<ArrayBuffer>,
  ): Promise<Response> {
    const end = Date.now() + patience;
    for (let wait = 50; ; wait = Math.min(wait * 2, 1_000)) {
      const response = await this.#try(person, method, path, headers, body).catch((error: unknown) => {
        if (Date.now() > end) throw new Error(`${method} ${path}: no answer for a minute.`, { cause: error });
        return undefined;
      });
      if (response?.ok) return response;
      if (response !== undefined && (response.status !== 503 || Date.now() > end)) {
        throw new ApiProblem(`${method} ${path}`, response.status, await response.json().catch(() => null));
      }
      await pause(wait);
    }
  }

  #try(
    person: Person | undefined,
    method: string,
    path: string,
    headers: Record<string, string>,
    body: string | Uint8Array<ArrayBuffer> | undefined,
  ): Promise<Response> {
    return fetch(`${this.#url}${path}`, {
      method,
      headers: {
        'accept-language': 'en',
        ...(person === undefined ? {} : { authorization: `Bearer ${person.token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
  }
}

function codeOf(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('code' in body)) return 'unknown';
  return String(body.code);
}
