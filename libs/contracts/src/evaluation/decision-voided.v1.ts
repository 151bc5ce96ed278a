import { Type } from 'typebox';
import { Code, Hash, Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

/** The subject had changed before the decision was taken; it takes no effect and keeps its serial. */
export const DecisionVoided = defineEvent({
  service: 'evaluation',
  type: 'DecisionVoided',
  version: 1,
  article: 'platform',
  title: { zh: '决定无效', en: 'Decision voided' },
  reach: 'integration',
  data: Type.Object({
    decisionId: Id,
    caseId: Id,
    /** Of the version the owner proposed instead. */
    subjectHash: Hash,
    /** `subject-changed`. */
    reason: Code,
  }),
  fields: {
    decisionId: onTheCase,
    caseId: onTheCase,
    subjectHash: onTheCase,
    reason: onTheCase,
  },
});
export type DecisionVoided = EventOf<typeof DecisionVoided>;
