/** A proxy that notes every command the platform acknowledged. */
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An event the platform said it recorded. */
export interface Acknowledged {
  readonly service: string;
  readonly seq: number;
  readonly eventId: string;
}

/** Stands between clients and the platform. A connection that breaks behind it breaks before it. */
export class Witness {
  readonly acknowledged: Acknowledged[] = [];
  readonly #server: Server;
  readonly #commandSent: () => void;

  /** @param commandSent told when a command is on its way to the platform */
  private constructor(target: () => string, commandSent: () => void) {
    this.#commandSent = commandSent;
    this.#server = createServer((incoming, outgoing) => this.#forward(target(), incoming, outgoing));
  }

  static async open(target: () => string, commandSent: () => void): Promise<Witness> {
    const witness = new Witness(target, commandSent);
    await new Promise<void>((resolve) => witness.#server.listen(0, '127.0.0.1', resolve));
    return witness;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #forward(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method, url, headers } = incoming;
    const lost = () => outgoing.destroy();
    const onward = request(new URL(url ?? '/', target), { method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', lost);
      answer.on('end', () => {
        if (answer.complete) {
          this.#note(answer);
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(Buffer.concat(chunks));
        } else {
          lost();
        }
      });
    });
    onward.on('error', lost);
    incoming.pipe(onward);
    if (method !== 'GET') this.#commandSent();
  }

  #note({ headers, statusCode }: IncomingMessage): void {
    const token = headers['consistency-token'];
    if (typeof token !== 'string' || (statusCode ?? 500) >= 300) return;
    const [service, seq, eventId] = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    this.acknowledged.push({ service, seq, eventId });
  }
}
