import { Type } from 'typebox';
import { AreaCode, Code, Hash, Id, NameText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { inTheJournal, MilestoneProgress, onTheCase, ProjectFinding, RegisteredEntity } from './parts.ts';

/** The director's name and contacts are in the encrypted part, under the subject `director`. */
export const AcceptanceRequested = defineEvent({
  service: 'construction',
  type: 'AcceptanceRequested',
  version: 1,
  article: 'Art. 17',
  title: { zh: '申请验收', en: 'Acceptance requested' },
  reach: 'integration',
  data: Type.Object({
    caseId: Id,
    /** 1 for the first request, one more after each rectification. */
    round: Type.Integer({ minimum: 1 }),
    /** Hash of the whole request; review and decision pin it. */
    subjectHash: Hash,
    leadUnit: Id,
    competentUnit: Id,
    province: AreaCode,
    members: Type.Array(Id),
    field: Code,
    proposedName: NameText,
    /** Subject id of the director (Art. 18). */
    director: Id,
    entity: RegisteredEntity,
    /** Hash of the acceptance report. */
    reportHash: Hash,
    completion: Type.Array(MilestoneProgress),
    /** Weighted completion of all milestones, in whole per cent, rounded down. */
    completionPercent: Type.Integer({ minimum: 0, maximum: 100 }),
    findings: Type.Array(ProjectFinding),
    policyId: Id,
    policyHash: Hash,
  }),
  fields: {
    caseId: onTheCase,
    round: onTheCase,
    subjectHash: onTheCase,
    leadUnit: onTheCase,
    competentUnit: onTheCase,
    province: onTheCase,
    members: onTheCase,
    field: onTheCase,
    proposedName: onTheCase,
    director: inTheJournal,
    entity: inTheJournal,
    reportHash: onTheCase,
    completion: inTheJournal,
    completionPercent: onTheCase,
    findings: inTheJournal,
    policyId: onTheCase,
    policyHash: onTheCase,
  },
});
export type AcceptanceRequested = EventOf<typeof AcceptanceRequested>;
