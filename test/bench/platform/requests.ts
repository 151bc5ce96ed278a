import { Agent, request } from 'node:http';

/** What a request answered. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** A client on kept connections, cheap enough not to be what is measured. */
export class Requests {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  send(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body?: unknown,
  ): Promise<Answer> {
    const content = body === undefined ? undefined : JSON.stringify(body);
    const sent =
      content === undefined
        ? headers
        : {
            ...headers,
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(content)),
          };
    return new Promise((resolve, reject) => {
      const call = request(
        `${this.#url}${path}`,
        { method, headers: sent, agent: this.#agent },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
          );
        },
      );
      call.on('error', reject);
      call.end(content);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
