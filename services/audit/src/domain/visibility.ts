import type { EventContract, Viewer } from '@iic/contracts';
import type { JsonObject } from '@iic/event-sourcing';

/** Who looks at a timeline. */
export type TimelineViewer = Viewer | 'auditor';

/** The viewer a role counts as; `undefined` for roles that see no timeline. */
export function viewerOf(role: string): TimelineViewer | undefined {
  switch (role) {
    case 'auditor':
      return 'auditor';
    case 'lead-unit':
      return 'lead-unit';
    case 'competent-unit':
      return 'competent-unit';
    case 'pdrc-handler':
    case 'pdrc-decider':
      return 'pdrc';
    default:
      return undefined;
  }
}

/**
 * The fields of an event's data a viewer sees; `undefined` when the event is none of their business.
 * An event without a contract is shown to auditors only.
 */
export function visibleData(
  contract: EventContract | undefined,
  data: JsonObject,
  viewer: TimelineViewer,
): JsonObject | undefined {
  if (viewer === 'auditor') return data;
  if (contract === undefined) return undefined;
  const shown = Object.entries(data).filter(([field]) => contract.fields[field]?.viewers.includes(viewer));
  return shown.length === 0 ? undefined : Object.fromEntries(shown);
}
