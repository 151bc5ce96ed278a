import type { TokenVerifier } from '@iic/access';
import type { GuardedClock } from '@iic/event-sourcing';
import type { PolicyPacks } from '@iic/policy';
import type { Logger } from 'pino';
import type { Carriage } from './engines/carriage.ts';
import type { Metrics } from './metrics.ts';
import type { Settings } from './settings.ts';

/** What all services of a process share. */
export interface Host {
  readonly settings: Settings;
  readonly clock: GuardedClock;
  readonly carriage: Carriage;
  readonly packs: PolicyPacks;
  readonly verifier: TokenVerifier;
  readonly metrics: Metrics;
  readonly log: Logger;
}
