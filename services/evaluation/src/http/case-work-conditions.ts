import type { Caller } from '@iic/access';
import type { Instant } from '@iic/event-sourcing';
import { isCalendarDate, startOfDay } from '@iic/policy';
import { whereGiven } from '@iic/read-models';
import { person } from '../read-model/waiting-for.ts';
import type { CaseWorkQueryDto } from './lists.dto.ts';

/** The filters of a list of reviews or decisions, all but the status, as conditions on its fields. */
export function caseWorkConditions(query: CaseWorkQueryDto, caller: Caller) {
  const { kind, caseId, unit, from, to, waitingFor } = query;
  return whereGiven({
    kind,
    caseId,
    competentUnit: unit,
    begunAt: span(from, to),
    waitingFor: waitingFor === undefined ? undefined : { in: waitsFor(caller) },
  });
}

/** Leaves out what waits for the caller's role, but not for the caller, where that is asked for. */
export function notDoneBy({ subject }: Caller, { waitingFor }: CaseWorkQueryDto) {
  return whereGiven({ notWaitingFor: waitingFor === undefined ? undefined : { notIn: [subject] } });
}

/** Everything in a list's `waitingFor` that means this caller. */
function waitsFor({ role, subject, organisation }: Caller): readonly string[] {
  return [role, person(subject), `${role}:${organisation}`];
}

function span(from: string | undefined, to: string | undefined) {
  if (from === undefined && to === undefined) return undefined;
  return {
    ...(from === undefined ? {} : { gte: beginning(from) }),
    ...(to === undefined ? {} : { lt: beginning(to) }),
  };
}

function beginning(dayOrInstant: string): Instant {
  return isCalendarDate(dayOrInstant) ? startOfDay(dayOrInstant) : dayOrInstant;
}
