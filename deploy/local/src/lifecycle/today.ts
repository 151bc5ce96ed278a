import { systemClock } from '@iic/event-sourcing';
import { dayOf } from '@iic/policy';

/** The day it is in China, as `YYYY-MM-DD`: dates of documents and acts are days there. */
export function today(): string {
  return dayOf(systemClock.now());
}
