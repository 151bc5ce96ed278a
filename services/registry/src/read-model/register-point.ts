import type { Instant } from '@iic/event-sourcing';
import { endOfDay } from '@iic/policy';
import type { TimelinePoint } from '@iic/read-models';

/** What is asked, as days or instants; what is left out means now. */
export interface AskedPoint {
  readonly asOf?: string | undefined;
  readonly asOfRecorded?: string | undefined;
}

/** The point of the timeline that answers; a day means its end in Asia/Shanghai. */
export function registerPoint({ asOf, asOfRecorded }: AskedPoint, now: Instant): TimelinePoint {
  return { effective: instantOf(asOf) ?? now, recorded: instantOf(asOfRecorded) ?? now };
}

function instantOf(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  return text.length === 10 ? endOfDay(text) : new Date(text).toISOString();
}
