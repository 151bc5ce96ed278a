import { type DevelopmentIdentity, DevelopmentIssuer } from '@iic/access';
import { developmentIssuerFile } from '@iic/service-kit';

/** What a request answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely
  readonly body: any;
  /** The body as it came. */
  readonly text: string;
}

/** How a request is made. */
export interface Asking {
  /** Without: no token. */
  readonly as?: DevelopmentIdentity | undefined;
  /** JSON, or bytes together with a content type in `headers`. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Idempotency key; a new one by default. */
  readonly key?: string;
}

/** Somebody with an HTTP client and the development issuer of a platform's data folder. */
export class Client {
  readonly #url: string;
  readonly #issuer: DevelopmentIssuer;
  readonly #tokens = new Map<string, Promise<string>>();
  #keys = 0;

  private constructor(url: string, issuer: DevelopmentIssuer) {
    this.#url = url;
    this.#issuer = issuer;
  }

  static async open(url: string, data: string): Promise<Client> {
    return new Client(url, await DevelopmentIssuer.open(developmentIssuerFile(data)));
  }

  get(path: string, asking: Asking = {}): Promise<Answer> {
    return this.call('GET', path, asking);
  }

  post(path: string, asking: Asking): Promise<Answer> {
    return this.call('POST', path, asking);
  }

  put(path: string, asking: Asking): Promise<Answer> {
    return this.call('PUT', path, asking);
  }

  /** Sends a request; every one that may change something carries an idempotency key. */
  async call(method: string, path: string, asking: Asking = {}): Promise<Answer> {
    this.#keys += 1;
    const { as, body, headers, key = `key-${this.#keys}` } = asking;
    const binary = body instanceof Uint8Array;
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        ...(as === undefined ? {} : { authorization: `Bearer ${await this.tokenOf(as)}` }),
        ...(method === 'GET' ? {} : { 'idempotency-key': key }),
        ...(body === undefined || binary ? {} : { 'content-type': 'application/json' }),
        'accept-language': 'en',
        ...headers,
      },
      ...(body === undefined ? {} : { body: binary ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  }

  /** A development token, made once for each identity. */
  tokenOf(identity: DevelopmentIdentity): Promise<string> {
    const name = JSON.stringify(identity);
    const token = this.#tokens.get(name) ?? this.#issuer.issue(identity);
    this.#tokens.set(name, token);
    return token;
  }
}

function parsed(text: string): unknown {
  return text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
}
