import { KurrentDBClient, StreamNotFoundError } from '@kurrent/kurrentdb-client';
import { asStoreError, KurrentNotOpened, KurrentRefused } from './kurrent-errors.ts';
import { within } from './within.ts';

/**
 * Connects and asks once, so that a wrong address or user is known at the start.
 * Throws {@link KurrentNotOpened}; the message never holds the credentials.
 */
export async function connect(url: string, prefix: string, patienceMs: number): Promise<KurrentDBClient> {
  const client = clientOf(url);
  try {
    await within(probe(client, prefix), patienceMs, 'at the start');
    return client;
  } catch (error) {
    await client.dispose();
    const cause = asStoreError(error, 'the first read');
    if (cause instanceof KurrentRefused) throw new KurrentNotOpened(cause.message, { cause });
    throw new KurrentNotOpened(
      `KurrentDB at ${withoutCredentials(url)} did not answer, in at most ${patienceMs / 1000} s. ` +
        'Check that it runs, the host and port, the user and password, and that tls in the connection string says what the server does.',
      { cause },
    );
  }
}

/** A connection string that may be shown. */
export function withoutCredentials(url: string): string {
  const start = url.indexOf('://') + 1;
  const [scheme, rest] = start === 0 ? ['', url] : [url.slice(0, start + 2), url.slice(start + 2)];
  return scheme + rest.slice(rest.lastIndexOf('@') + 1);
}

function clientOf(url: string): KurrentDBClient {
  try {
    return KurrentDBClient.connectionString(url);
  } catch {
    // The client's own error repeats the string, and with it the password.
    throw new KurrentNotOpened(
      `${withoutCredentials(url)} is no connection string of KurrentDB. ` +
        'Write kurrentdb://USER:PASSWORD@HOST:2113?tls=true, with tlsCAFile=FILE where the authority is your own.',
    );
  }
}

/** Asks the server something small; rejects when it does not answer. */
export async function probe(client: KurrentDBClient, prefix: string): Promise<void> {
  try {
    for await (const _event of client.readStream(`${prefix}$probe`, { maxCount: 1 })) return;
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw error;
  }
}
