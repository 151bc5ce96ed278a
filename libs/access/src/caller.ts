import type { Actor } from '@iic/event-sourcing';
import type { Role } from './roles.ts';

/** An authenticated caller: the actor of what they do. */
export interface Caller extends Actor {
  readonly role: Role;
  /** The client application the token was issued to. */
  readonly client: string;
}
