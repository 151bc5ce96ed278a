import { Type } from 'typebox';
import { AreaCode, Code, Hash, Id, InstantText, NameText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { inTheJournal, onTheCase, PlannedEntity, PlannedMilestone, SourceAmount } from './parts.ts';

export const ProjectStarted = defineEvent({
  service: 'construction',
  type: 'ProjectStarted',
  version: 1,
  article: 'Art. 16',
  title: { zh: '开始组建', en: 'Construction started' },
  reach: 'integration',
  data: Type.Object({
    caseId: Id,
    /** The decision that approved the formation plan. */
    decisionId: Id,
    /** Hash of the approved plan: what adjustments and acceptance are measured against. */
    baselineHash: Hash,
    leadUnit: Id,
    competentUnit: Id,
    province: AreaCode,
    members: Type.Array(Id),
    field: Code,
    proposedName: NameText,
    englishName: NameText,
    entity: PlannedEntity,
    /** Subject id of the person the plan names as director. */
    directorCandidate: Type.Union([Id, Type.Null()]),
    milestones: Type.Array(PlannedMilestone),
    investment: Type.Array(SourceAmount),
    approvedAt: InstantText,
    constructionMonths: Type.Integer({ minimum: 1 }),
    dueAt: InstantText,
    /** When the approach of the end is to be recorded. */
    warnAt: InstantText,
    policyId: Id,
    policyHash: Hash,
  }),
  fields: {
    caseId: onTheCase,
    decisionId: onTheCase,
    baselineHash: onTheCase,
    leadUnit: onTheCase,
    competentUnit: onTheCase,
    province: onTheCase,
    entity: inTheJournal,
    members: onTheCase,
    field: onTheCase,
    proposedName: onTheCase,
    englishName: onTheCase,
    directorCandidate: inTheJournal,
    milestones: inTheJournal,
    investment: inTheJournal,
    approvedAt: onTheCase,
    constructionMonths: onTheCase,
    dueAt: onTheCase,
    warnAt: onTheCase,
    policyId: onTheCase,
    policyHash: onTheCase,
  },
});
export type ProjectStarted = EventOf<typeof ProjectStarted>;
