import { IntegrityIncidentRecorded } from './integrity-incident-recorded.v1.ts';

export { IntegrityIncidentRecorded };

/** Every version of every event the audit service records. */
export const auditEvents = [IntegrityIncidentRecorded] as const;
