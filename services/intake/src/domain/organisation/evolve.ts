import type { EventMeta } from '@iic/event-sourcing';
import type { OrganisationProfile } from './commands.ts';
import type { OrganisationEvent } from './events.ts';
import type { OrganisationState } from './state.ts';

/** Folds one fact into the register entry. */
export function evolveOrganisation(
  state: OrganisationState,
  event: OrganisationEvent,
  meta: EventMeta,
): OrganisationState {
  switch (event.type) {
    case 'OrganisationRegistered': {
      const { organisation, effectiveFrom, word: _, ...first } = event.data;
      return { status: 'registered', organisation, first, registeredFrom: effectiveFrom, changes: [] };
    }
    case 'OrganisationCorrected':
      return changed(state, event.data.effectiveFrom, event.data.changes, meta);
    case 'OrganisationCompetentUnitReassigned': {
      const { effectiveFrom, competentUnit } = event.data;
      return changed(state, effectiveFrom, { competentUnit }, meta);
    }
    default:
      return event satisfies never;
  }
}

function changed(
  state: OrganisationState,
  effectiveFrom: string,
  changes: Partial<OrganisationProfile>,
  meta: EventMeta,
): OrganisationState {
  if (state.status === 'unknown')
    throw new TypeError('An organisation was changed before it was registered.');
  const change = { effectiveFrom, recordedAt: meta.recordedAt, changes };
  return { ...state, changes: [...state.changes, change] };
}
