import { Type } from 'typebox';
import { AreaCode, Code, Fen, Hash, Id, InstantText, NameText } from '../common.ts';
import { defineEvent, type EventOf, open } from '../define-event.ts';
import { inTheJournal, onTheCase, PlannedEntity, PlannedMilestone, SourceAmount } from './parts.ts';

export const ProjectStarted = defineEvent({
  service: 'construction',
  type: 'ProjectStarted',
  version: 1,
  article: 'Art. 16',
  title: { zh: '开始组建', en: 'Construction started' },
  reach: 'public',
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
    /** Public money in the plan, over all its sources. Recorded since 0.2.0. */
    publicPlannedFen: Type.Optional(Fen),
  }),
  fields: {
    caseId: open,
    decisionId: open,
    baselineHash: onTheCase,
    leadUnit: open,
    competentUnit: open,
    province: open,
    entity: inTheJournal,
    members: onTheCase,
    field: open,
    proposedName: open,
    englishName: open,
    directorCandidate: inTheJournal,
    milestones: inTheJournal,
    investment: inTheJournal,
    approvedAt: open,
    constructionMonths: open,
    dueAt: open,
    warnAt: onTheCase,
    policyId: open,
    policyHash: open,
    publicPlannedFen: open,
  },
});
export type ProjectStarted = EventOf<typeof ProjectStarted>;
