import type { IntegrityIncidentRecorded } from '@iic/contracts';
import { accept, type Decider } from '@iic/event-sourcing';

/** What is wrong with a journal record. */
export type Incident = IntegrityIncidentRecorded['data'];

/** Record an incident; the same one is recorded once. */
export interface RecordIncident {
  readonly type: 'RecordIncident';
  readonly incident: Incident;
}

/** Whether the incident is on record. */
export interface IncidentState {
  readonly recorded: boolean;
}

/** Decider of the streams `incident-<source>-<seq>`. */
export const incidentDecider: Decider<IncidentState, RecordIncident, IntegrityIncidentRecorded> = {
  initialState: { recorded: false },
  decide: ({ incident }, { recorded }) =>
    recorded ? accept() : accept({ type: 'IntegrityIncidentRecorded', data: incident }),
  evolve: () => ({ recorded: true }),
};
