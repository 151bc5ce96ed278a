/** What there is on a platform that a caller may or may not see. */
import type { WholePlatform } from '../platform/whole-platform.ts';

/** Stream category that holds a subject of access rules, and the service that owns it. */
const holders: Readonly<Record<string, readonly [service: string, category: string]>> = {
  Application: ['intake', 'application'],
  Organisation: ['intake', 'organisation'],
  Expert: ['evaluation', 'expert'],
  Review: ['evaluation', 'review'],
  Decision: ['evaluation', 'decision'],
  OfficialDocument: ['evaluation', 'document'],
  MeritRound: ['evaluation', 'merit-round'],
  Project: ['construction', 'project'],
  Center: ['registry', 'center'],
  Timeline: ['intake', 'application'],
};

/** Ids of everything of a subject that was recorded, in the order in which it came to be. */
export async function idsOf(platform: WholePlatform, subject: string): Promise<readonly string[]> {
  const [service, category] = holders[subject] ?? [];
  const found = platform.services.find(({ runtime }) => runtime.name === service);
  if (found === undefined) return [];
  const events = await found.runtime.store.readAll(0, 100_000);
  const streams = events
    .filter(({ envelope }) => envelope.revision === 0)
    .map(({ envelope }) => envelope.stream);
  // `center-name-…` and `decision-serial-…` are other categories.
  const ids = streams.filter((stream) => /^[a-z]+-(?!name-|serial-)/.test(stream));
  return ids.filter((id) => id.startsWith(`${category}-`)).map((id) => id.slice(`${category}-`.length));
}
