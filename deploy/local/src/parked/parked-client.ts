/** A kept message as a service shows it. */
export interface ParkedMessage {
  readonly ordinal: number;
  readonly status: string;
  readonly subject: string | null;
  readonly reason: string | null;
  readonly since: string;
  readonly message: {
    readonly source: string;
    readonly seq: number;
    readonly type: string;
    readonly key: string;
  };
}

/** What became of a replay. */
export interface Replayed {
  readonly outcome: string;
  readonly reason: string | null;
}

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

interface ListPage {
  readonly items: readonly ParkedMessage[];
  readonly next: number | null;
}

/** Asks a running platform about its kept messages. Rejects with the problem's own words. */
export class ParkedClient {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url.replace(/\/$/, '');
    this.#token = token;
  }

  /** All kept messages of a status, however many pages they take. */
  async list(service: string, status: string): Promise<readonly ParkedMessage[]> {
    const found: ParkedMessage[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page: ListPage = await this.#send(service, 'GET', `?status=${status}&after=${after}`);
      found.push(...page.items);
      after = page.next;
    }
    return found;
  }

  show(service: string, ordinal: string): Promise<ParkedMessage> {
    return this.#send(service, 'GET', `/${encodeURIComponent(ordinal)}`);
  }

  replay(service: string, ordinal: string, key: string): Promise<Replayed> {
    return this.#send(service, 'POST', `/${encodeURIComponent(ordinal)}/replay`, key, {});
  }

  discard(service: string, ordinal: string, reason: string, key: string): Promise<unknown> {
    return this.#send(service, 'POST', `/${encodeURIComponent(ordinal)}/discard`, key, { reason });
  }

  async #send<Body>(
    service: string,
    method: string,
    path: string,
    key?: string,
    body?: object,
  ): Promise<Body> {
    const request = fetch(`${this.#url}/${service}/operations/parked${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        'accept-language': 'en',
        ...(key !== undefined && { 'idempotency-key': key, 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const response = await request.catch((error: unknown) => {
      throw new Error(`Nothing answers at ${this.#url}. Start the platform, or name it with --url.`, {
        cause: error,
      });
    });
    if (response.ok) return response.json() as Promise<Body>;
    const problem = await (response.json() as Promise<Problem>).catch((): Problem => ({}));
    const errors = (problem.errors ?? []).map(({ field, message }) => ` ${field}: ${message}.`).join('');
    throw new Error(
      `${response.status} ${problem.code ?? ''}: ${problem.detail ?? 'no more is said'}${errors}`,
    );
  }
}
