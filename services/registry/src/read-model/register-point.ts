import type { Instant } from '@iic/event-sourcing';
import { dayOf, endOfDay } from '@iic/policy';
import type { TimelinePoint } from '@iic/read-models';

/** What is asked, as days or instants. */
export interface AskedPoint {
  /** Left out: today. */
  readonly asOf?: string | undefined;
  /** Left out: everything known. */
  readonly asOfRecorded?: string | undefined;
}

/** Later than anything recorded, and still a moment at which what is believed now is believed. */
const everythingKnown: Instant = '9999-12-31T00:00:00.000Z';

/** The point of the timeline that answers; a day means its end in Asia/Shanghai. */
export function registerPoint({ asOf, asOfRecorded }: AskedPoint, now: Instant): TimelinePoint {
  return {
    effective: instantOf(asOf ?? dayOf(now)),
    recorded: asOfRecorded === undefined ? everythingKnown : instantOf(asOfRecorded),
  };
}

function instantOf(dayOrInstant: string): Instant {
  return dayOrInstant.length === 10 ? endOfDay(dayOrInstant) : dayOrInstant;
}
