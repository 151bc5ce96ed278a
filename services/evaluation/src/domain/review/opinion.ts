import { accept, type DecisionContext, type DecisionResult, type Finding } from '@iic/event-sourcing';
import { type Denial, deny } from '../problems.ts';
import type { ReviewAct } from './commands.ts';
import type { ReviewTools } from './draw.ts';
import type { ReviewEvent } from './events.ts';
import { ownSeat, privately } from './panel.ts';
import { counting, meanText, notBeforeVisit, scoreFindings, sheetsNeeded } from './scoring.ts';
import type { Assembled, Deliberated } from './state.ts';

type Result = DecisionResult<ReviewEvent>;

/** Records what the panel recommends; from here on every member signs exactly this document. */
export function recordOpinion(
  { opinionHash, recommendation, justification }: ReviewAct<'RecordOpinion'>,
  state: Assembled,
  _context: DecisionContext,
  { rules }: ReviewTools,
): Result {
  if (!rules.recommendations.includes(recommendation))
    return deny('recommendation-unknown', {
      params: { recommendation, allowed: rules.recommendations.join(', ') },
    });
  const early = notBeforeVisit(state, rules);
  if (early !== undefined) return early;
  const sheets = counting(state);
  const outstanding = sheetsNeeded(state, rules.scoresheet) - sheets.length;
  if (outstanding > 0) return deny('scoresheets-outstanding', { params: { count: outstanding } });
  const scored = rules.scoresheet !== null && sheets.length > 0;
  const findings =
    rules.scoresheet !== null && scored ? scoreFindings(recommendation, sheets, rules.scoresheet) : [];
  const average = scored
    ? meanText(
        sheets.reduce((sum, { total }) => sum + total, 0),
        sheets.length,
      )
    : null;
  return (
    stoppedBy(findings, recommendation, average, justification) ??
    accept<ReviewEvent>({
      type: 'PanelOpinionRecorded',
      data: {
        opinionHash,
        recommendation,
        averageScore: average,
        sheets: sheets.length,
        findings: findings.map((finding) => ({ ...finding, params: { ...finding.params } })),
        justification,
      },
      evidence: [opinionHash],
      policy: { ...state.review.policy, article: rules.article },
    })
  );
}

function stoppedBy(
  findings: readonly Finding[],
  recommendation: string,
  average: string | null,
  justification: string | null,
): Denial | undefined {
  if (findings.some(({ strength }) => strength === 'hard'))
    return deny('recommendation-barred', {
      params: { recommendation, average: average ?? '–' },
      findings: findings.filter(({ strength }) => strength === 'hard'),
    });
  const open = findings.filter(({ strength }) => strength === 'needs-justification');
  const justified = justification !== null && justification.trim() !== '';
  return open.length > 0 && !justified ? deny('justification-required', { findings: open }) : undefined;
}

export function voidOpinion({ reason }: ReviewAct<'VoidOpinion'>, { opinion }: Deliberated): Result {
  const { opinionHash } = opinion;
  return accept<ReviewEvent>({ type: 'PanelOpinionVoided', data: { opinionHash, reason } });
}

export function signOpinion(
  { expertId, opinionHash, dissents, remark }: ReviewAct<'SignOpinion'>,
  { panel, opinion }: Deliberated,
  { actor }: DecisionContext,
): Result {
  const seat = ownSeat(panel, expertId, actor);
  if ('refused' in seat) return seat;
  if (opinionHash !== opinion.opinionHash) return deny('opinion-superseded');
  if (opinion.signatures.includes(expertId)) return deny('already-signed');
  return accept<ReviewEvent>({
    type: 'PanelOpinionSigned',
    data: { expertId, opinionHash, dissents },
    ...privately(expertId, remark),
  });
}

/** Ends the review with the opinion every member has signed, dissenting or not. */
export function concludeReview(
  _act: ReviewAct<'ConcludeReview'>,
  { review, panel, opinion }: Deliberated,
  _context: DecisionContext,
  { rules }: ReviewTools,
): Result {
  const outstanding = panel.length - opinion.signatures.length;
  if (outstanding > 0) return deny('signatures-outstanding', { params: { count: outstanding } });
  const { reviewId, kind, caseId, sequence, subject, subjectHash } = review;
  const { recommendation, opinionHash, averageScore } = opinion;
  return accept<ReviewEvent>({
    type: 'ReviewConcluded',
    data: {
      reviewId,
      kind,
      caseId,
      sequence,
      subject,
      subjectHash,
      recommendation,
      opinionHash,
      averageScore,
      panelSize: panel.length,
    },
    evidence: [opinionHash],
    policy: { ...review.policy, article: rules.article },
  });
}
