import type { JsonObject } from '@iic/event-sourcing';
import type { ExpertParticulars } from './events.ts';

/** Enters a person into the expert register. */
export interface RegisterExpert {
  readonly type: 'RegisterExpert';
  /** The person's subject id: a random identifier, never a name. */
  readonly expertId: string;
  readonly particulars: ExpertParticulars;
  /** Name and contacts; stored encrypted under the expert id. */
  readonly person: JsonObject;
}

/** Replaces the particulars, and name and contacts where given. */
export interface ReviseExpert {
  readonly type: 'ReviseExpert';
  readonly particulars: ExpertParticulars;
  readonly reason: string;
  readonly person?: JsonObject;
}

export interface SuspendExpert {
  readonly type: 'SuspendExpert';
  readonly reason: string;
}

export interface ReinstateExpert {
  readonly type: 'ReinstateExpert';
  readonly reason: string;
}

export type ExpertCommand = RegisterExpert | ReviseExpert | SuspendExpert | ReinstateExpert;
