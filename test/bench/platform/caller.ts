import type { Requests } from './requests.ts';

/** What a command answered. */
export interface Reply {
  readonly id: string;
  readonly revision: number;
  /** Consistency token, for `Wait-For`. */
  readonly token: string | null;
}

/** Sends one command after another and notes how long each took. */
export class Caller {
  readonly latencies: number[] = [];
  readonly #requests: Requests;
  readonly #token: string;
  readonly #name: string;
  #commands = 0;

  constructor(requests: Requests, token: string, name: string) {
    this.#requests = requests;
    this.#token = token;
    this.#name = name;
  }

  async command(method: string, path: string, body: unknown, revision?: number): Promise<Reply> {
    this.#commands += 1;
    const start = performance.now();
    const { status, text } = await this.#requests.send(
      method,
      path,
      {
        authorization: `Bearer ${this.#token}`,
        'idempotency-key': `${this.#name}-${this.#commands}`,
        ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
      },
      body,
    );
    this.latencies.push(performance.now() - start);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
    return JSON.parse(text) as Reply;
  }
}
