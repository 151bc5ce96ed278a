import type { Actor } from '@iic/event-sourcing';

function person(subject: string, role: string, organisation = 'pdrc'): Actor {
  return { subject, organisation, role, jurisdiction: '220000' };
}

export const handler = person('handler-1', 'pdrc-handler');
export const otherHandler = person('handler-2', 'pdrc-handler');
export const decider = person('decider-1', 'pdrc-decider');
export const otherDecider = person('decider-2', 'pdrc-decider');
export const leadUnit = person('lead-1', 'lead-unit', 'org-lead');
export const department = person('department-1', 'department', 'org-finance-department');

/** The expert with this id, acting for itself. */
export function expert(expertId: string): Actor {
  return person(expertId, 'expert', 'org-elsewhere');
}
