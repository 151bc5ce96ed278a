import { auditEvents } from './audit/index.ts';
import { constructionEvents } from './construction/index.ts';
import type { EventContract } from './define-event.ts';
import { evaluationEvents } from './evaluation/index.ts';
import { intakeEvents } from './intake/index.ts';
import { registryEvents } from './registry/index.ts';

/** Every contract of every service, in all versions. */
export const allEvents: readonly EventContract[] = [
  ...intakeEvents,
  ...evaluationEvents,
  ...constructionEvents,
  ...registryEvents,
  ...auditEvents,
];
