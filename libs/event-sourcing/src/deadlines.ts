import { createHash } from 'node:crypto';
import type { Instant } from './instant.ts';

/** A moment by which somebody must have acted, or at which something is to be recorded. */
export interface Deadline {
  /** Unique in the service; scheduling it again moves it. */
  readonly id: string;
  readonly dueAt: Instant;
  /** What to do when it fires, understood by the service that set it. */
  readonly kind: string;
  readonly aggregateId: string;
}

/** Command id of the one effect that a deadline's firing has, however often it is tried. */
export function deadlineCommandId(deadline: Deadline): string {
  return createHash('sha256').update(`deadline\0${deadline.id}\0${deadline.dueAt}`).digest('hex');
}

/** What an event does to the deadlines of its service. */
export type DeadlineChange = { readonly schedule: Deadline } | { readonly cancel: string };
