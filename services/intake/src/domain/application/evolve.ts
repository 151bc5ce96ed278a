import type { ApplicationDrafted } from '@iic/contracts';
import type { EventMeta } from '@iic/event-sourcing';
import type { ApplicationEvent } from './events.ts';
import { evolveContent, isContentEvent } from './evolve-content.ts';
import { evolveStep } from './evolve-steps.ts';
import { type ApplicationCase, type ApplicationState, type CaseFacts, emptyContent } from './state.ts';

/** Folds one fact into the case. Reads clear data only. */
export function evolveApplication(
  state: ApplicationState,
  event: ApplicationEvent,
  meta: EventMeta,
): ApplicationState {
  if (event.type === 'ApplicationDrafted') return drafted(event, meta);
  if (state.status === 'none') throw new TypeError(`${event.type} precedes the draft of its case.`);
  if (isContentEvent(event)) return { ...state, ...evolveContent(state, event) };
  return evolveStep(state, event, meta);
}

function drafted(event: ApplicationDrafted, meta: EventMeta): ApplicationCase {
  const { caseId, leadUnit, competentUnit, province, policyId, policyHash } = event.data;
  const facts: CaseFacts = {
    caseId,
    leadUnit,
    competentUnit,
    province,
    policy: { id: policyId, hash: policyHash },
    content: emptyContent,
    contacts: {},
    confirmations: {},
    commitment: null,
    scans: {},
    versions: [],
    transmittal: null,
    proposedNames: [],
    decisions: [],
    filed: false,
    filedAt: null,
    acceptedAt: null,
    draftedAt: meta.recordedAt,
    since: meta.recordedAt,
  };
  return { ...facts, status: 'draft' };
}
