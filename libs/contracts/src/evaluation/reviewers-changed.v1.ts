import { Type } from 'typebox';
import { Code, Hash, Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { withinPlatform } from './parts.ts';

/**
 * Who accepted a seat and may read what is reviewed, all of them; recorded with whatever changes it. `ReviewConcluded`
 * and `ReviewWithdrawn` end it for all.
 */
export const ReviewersChanged = defineEvent({
  service: 'evaluation',
  type: 'ReviewersChanged',
  version: 1,
  article: 'platform',
  title: { zh: '评审专家阅卷权限变更', en: 'Reviewers changed' },
  reach: 'integration',
  data: Type.Object({
    reviewId: Id,
    kind: Code,
    caseId: Id,
    subjectHash: Hash,
    reviewers: Type.Array(Id),
  }),
  fields: {
    reviewId: withinPlatform,
    kind: withinPlatform,
    caseId: withinPlatform,
    subjectHash: withinPlatform,
    reviewers: withinPlatform,
  },
});
export type ReviewersChanged = EventOf<typeof ReviewersChanged>;
