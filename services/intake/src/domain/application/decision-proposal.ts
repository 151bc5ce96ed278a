import type { FormationDecisionProposed } from '@iic/contracts';
import { streamName } from '@iic/event-sourcing';
import { citing } from './citation.ts';
import type { CaseFacts, SubmittedVersion } from './state.ts';

/** Category of application streams. */
export const applicationCategory = 'application';

/** Id of a case's n-th decision about its formation: `…-formation`, `…-formation-2`, … */
function formationDecisionId(caseId: string, number: number): string {
  return number === 1 ? `${caseId}-formation` : `${caseId}-formation-${number}`;
}

/** Id of the decision that takes the place of a void one, or of the first. */
export function nextDecisionId({ caseId, decisions }: CaseFacts): string {
  return formationDecisionId(caseId, decisions.length + 1);
}

/** Asks the PDRC to decide on a version; a new version replaces the decision's subject, not its id. */
export function formationProposal(
  facts: CaseFacts,
  { version, manifestHash, manifest }: Pick<SubmittedVersion, 'version' | 'manifestHash' | 'manifest'>,
  reviewId: string | null,
  decisionId = facts.decisions.at(-1) ?? nextDecisionId(facts),
): FormationDecisionProposed {
  const { caseId, leadUnit, competentUnit, province } = facts;
  const name = { zh: manifest.name?.zh ?? '', en: manifest.name?.en ?? '' };
  return {
    type: 'FormationDecisionProposed',
    data: {
      decisionId,
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
