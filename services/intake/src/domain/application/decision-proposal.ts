import type { FormationDecisionProposed } from '@iic/contracts';
import { streamName } from '@iic/event-sourcing';
import { citing } from './citation.ts';
import type { CaseFacts, SubmittedVersion } from './state.ts';

/** Category of application streams. */
export const applicationCategory = 'application';

/** The one decision about a case's formation; a new version replaces its subject, not its id. */
export function formationDecisionId(caseId: string): string {
  return `${caseId}-formation`;
}

/** Asks the PDRC to decide on a version. */
export function formationProposal(
  facts: CaseFacts,
  { version, manifestHash, manifest }: Pick<SubmittedVersion, 'version' | 'manifestHash' | 'manifest'>,
  reviewId: string | null,
): FormationDecisionProposed {
  const { caseId, leadUnit, competentUnit, province } = facts;
  const name = { zh: manifest.name?.zh ?? '', en: manifest.name?.en ?? '' };
  return {
    type: 'FormationDecisionProposed',
    data: {
      decisionId: formationDecisionId(caseId),
      kind: 'formation',
      caseId,
      subject: streamName(applicationCategory, caseId),
      subjectVersion: version,
      subjectHash: manifestHash,
      leadUnit: leadUnit.organisation,
      competentUnit,
      province,
      reviewId,
      summary: {
        zh: `${leadUnit.name}申请组建${name.zh}（第 ${version} 版方案）`,
        en: `${leadUnit.name} applies to form ${name.en} (plan version ${version})`,
      },
    },
    ...citing(facts, 'Art. 15'),
    evidence: [manifestHash],
  };
}
