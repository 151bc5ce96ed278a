import type { AcceptanceDecisionProposed } from '@iic/contracts';
import { type Project, projectStream } from './state.ts';

type Proposal = AcceptanceDecisionProposed['data'];

interface Proposed {
  readonly kind: Proposal['kind'];
  /** Which adjustment, acceptance round or rectification of the project it is about. */
  readonly number: number;
  readonly subjectHash: string;
  readonly reviewId: string | null;
  readonly summary: Proposal['summary'];
}

/** What the PDRC is asked to decide about a project. */
export function proposal(
  project: Project,
  { kind, number, subjectHash, reviewId, summary }: Proposed,
): Proposal {
  return {
    decisionId: `${project.caseId}-${kind}-${number}`,
    kind,
    caseId: project.caseId,
    subject: projectStream(project.caseId),
    subjectVersion: number,
    subjectHash,
    leadUnit: project.leadUnit,
    competentUnit: project.competentUnit,
    province: project.province,
    reviewId,
    summary,
  };
}
