import { accept, type DecisionResult } from '@iic/event-sourcing';
import type { ProposeRevocation } from './commands.ts';
import type { ProjectEvent } from './events.ts';
import { proposal } from './proposal.ts';
import type { InRectification } from './state.ts';

/** Proposes to revoke the formation approval after an expired rectification; only a decision revokes. */
export function proposeRevocation(
  { subjectHash, reason }: ProposeRevocation,
  { project, rectification }: InRectification,
): DecisionResult<ProjectEvent> {
  return accept({
    type: 'RevocationDecisionProposed',
    data: {
      ...proposal(project, {
        kind: 'formation-revocation',
        number: rectification.number,
        subjectHash,
        reviewId: null,
        summary: {
          zh: `撤销“${project.proposedName}”组建批复（第${rectification.number}次改进期限届满）`,
          en: `Revoking the formation approval of “${project.englishName}” (rectification period ${rectification.number} expired)`,
        },
      }),
      reason,
    },
    policy: { ...project.policy, article: 'Art. 17' },
  });
}
