import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DevelopmentIdentity, DevelopmentIssuer } from '@iic/access';
import {
  developmentIssuerFile,
  type Platform,
  readSettings,
  type ServiceRuntime,
  startPlatform,
} from '@iic/service-kit';
import { intake } from '../index.ts';

/** An answer of the platform. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or the bytes. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of many shapes
  readonly body: any;
}

/** How to call. */
export interface CallOptions {
  readonly as?: DevelopmentIdentity;
  readonly body?: unknown;
  readonly upload?: { readonly bytes: Uint8Array; readonly type: string; readonly name?: string };
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
}

/** Intake alone on a real port with a data folder of its own. */
export class IntakePlatform {
  readonly #platform: Platform;
  readonly #issuer: DevelopmentIssuer;
  #keys = 0;

  private constructor(platform: Platform, issuer: DevelopmentIssuer) {
    this.#platform = platform;
    this.#issuer = issuer;
  }

  static async start(): Promise<IntakePlatform> {
    const data = mkdtempSync(join(tmpdir(), 'iic-intake-'));
    const settings = readSettings({
      IIC_DATA: data,
      IIC_DEV_ISSUER: '1',
      PORT: '0',
      IIC_LOG_LEVEL: 'silent',
    });
    const platform = await startPlatform([intake], settings);
    return new IntakePlatform(platform, await DevelopmentIssuer.open(developmentIssuerFile(data)));
  }

  get runtime(): ServiceRuntime {
    const [service] = this.#platform.services;
    if (service === undefined) throw new Error('Intake is not running.');
    return service.runtime;
  }

  get routes() {
    return this.#platform.services.flatMap((service) => service.routes);
  }

  close(): Promise<void> {
    return this.#platform.close();
  }

  async call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const { as, body, upload, headers, key } = options;
    this.#keys += 1;
    const freshKey = `key-${this.#keys}`;
    const response = await fetch(`${this.#platform.url}/intake${path}`, {
      method,
      headers: {
        ...(as === undefined ? {} : { authorization: `Bearer ${await this.#issuer.issue(as)}` }),
        ...(method === 'GET' ? {} : { 'idempotency-key': key ?? freshKey }),
        ...contentHeaders(body, upload),
        ...headers,
      },
      ...(upload === undefined ? {} : { body: upload.bytes }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const answer = isJson ? await response.json() : new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, body: answer };
  }

  /** Calls with the ETag of what is there now, as PUT and PATCH ask for. */
  async change(method: string, path: string, id: string, options: CallOptions): Promise<Answer> {
    const { as } = options;
    const shown = await this.call('GET', `/applications/${id}`, as === undefined ? {} : { as });
    const etag = shown.headers.get('etag') ?? '';
    return this.call(method, `/applications/${id}${path}`, { ...options, headers: { 'if-match': etag } });
  }
}

function contentHeaders(body: unknown, upload: CallOptions['upload']): Record<string, string> {
  if (body !== undefined) return { 'content-type': 'application/json' };
  if (upload === undefined) return {};
  const name = upload.name === undefined ? {} : dispositionOf(upload.name);
  return { 'content-type': upload.type, ...name };
}

function dispositionOf(name: string): Record<string, string> {
  return { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` };
}
