import type { ApiClient, Person, Reply } from './api-client.ts';
import type { Cast } from './cast.ts';

/** Where a lifecycle plays: the platform, who acts, and how it is told. */
export interface Scene {
  readonly api: ApiClient;
  readonly cast: Cast;
  readonly run: string;
  /** Tells one step: who, what, under which article, with which number. */
  tell(who: Person | 'platform', what: string, article?: string): void;
}

/** Runs a command and tells it. */
export async function act(
  { api, tell }: Scene,
  who: Person,
  step: string,
  path: string,
  body: unknown,
  what: string,
  article?: string,
): Promise<Reply> {
  const reply = await api.command(who, step, 'POST', path, body);
  tell(who, what, article);
  return reply;
}

/** Hex SHA-256 of a sample document's text, where the platform keeps only the hash. */
export async function documentHash(text: string): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(text))).toString('hex');
}
