import { accept, type DecisionContext, type DecisionResult, type Finding } from '@iic/event-sourcing';
import { type Denial, deny } from '../problems.ts';
import type { DecisionRules, EvaluationRules, OutcomeRule, UnwrittenRule } from '../rules.ts';
import type { DecisionAct } from './commands.ts';
import { wrongConditions } from './conditions.ts';
import type { DecisionEvent, Preparation } from './events.ts';
import type { DecisionFile, OpenDecision, PreparedDecision } from './state.ts';

type Result = DecisionResult<DecisionEvent>;
type Prepare = DecisionAct<'PrepareDecision'>;

/** What a decision is decided under. */
export interface DecisionTools {
  readonly rules: EvaluationRules;
  /** Of the kind of this decision. */
  readonly kind: DecisionRules;
}

/** Named like a rule, so that departing from the panel's opinion takes a justification like any reliance. */
export const opinionDeparture: UnwrittenRule = {
  rule: 'departure-from-panel-opinion',
  origin: 'interpretation of Art. 15',
};

/** A panel of which somebody turned out to have a conflict afterwards is not relied on without a word. */
export const conflictAfterConclusion: UnwrittenRule = {
  rule: 'conflict-found-after-conclusion',
  origin: 'platform default',
};

/** Puts an outcome before the deciders; what was prepared or approved before counts no longer. */
export function prepareDecision(
  command: Prepare,
  state: OpenDecision | PreparedDecision,
  { actor, now }: DecisionContext,
  { rules, kind }: DecisionTools,
): Result {
  if (command.panel.includes(actor.subject)) return deny('panel-member-cannot-decide');
  const { file } = state;
  if (command.subjectHash !== undefined && command.subjectHash !== file.subjectHash)
    return deny('subject-superseded', { params: { version: file.subjectVersion } });
  const outcome = kind.outcomes.find(({ code }) => code === command.outcome);
  if (outcome === undefined)
    return deny('outcome-not-allowed', {
      params: {
        kind: file.kind,
        outcome: command.outcome,
        allowed: kind.outcomes.map(({ code }) => code).join(', '),
      },
    });
  if (command.merit === null) return deny('case-not-ranked');
  const merit = kind.merit ? (command.merit ?? { roundId: null, rank: 1, of: 1 }) : null;
  const known = [...rules.unwritten, ...outcome.relies, opinionDeparture, conflictAfterConclusion];
  const wrong =
    missingCondition(command, outcome) ??
    wrongOpinion(command, file, kind) ??
    wrongMerit(merit) ??
    wrongConditions(command.conditions, file, now) ??
    unknownReliance(command, known) ??
    unjustified(command, outcome);
  if (wrong !== undefined) return wrong;
  const article = command.article ?? kind.article;
  return accept<DecisionEvent>({
    type: 'DecisionPrepared',
    data: {
      preparation: state.preparations + 1,
      handler: actor.subject,
      subjectHash: file.subjectHash,
      outcome: outcome.code,
      reasons: command.reasons,
      article,
      opinion: command.opinion,
      relies: command.justifications.map(({ rule, justification }) => ({
        rule,
        origin: known.find((one) => one.rule === rule)?.origin ?? opinionDeparture.origin,
        justification,
      })),
      conditions: command.conditions,
      merit,
      minimumApprovers: kind.minimumApprovers,
    },
    policy: { ...file.policy, article },
    ...(command.opinion === null ? {} : { evidence: [command.opinion.opinionHash] }),
  });
}

function missingCondition({ conditions }: Prepare, outcome: OutcomeRule): Denial | undefined {
  const missing = outcome.conditions.filter((name) => conditions[name] === undefined);
  return missing.length === 0
    ? undefined
    : deny('condition-missing', { params: { outcome: outcome.code, missing: missing.join(', ') } });
}

function wrongOpinion(
  { opinion }: Prepare,
  { reviewId }: DecisionFile,
  { needsReview }: DecisionRules,
): Denial | undefined {
  const cited = opinion?.reviewId ?? null;
  const sound = cited === reviewId || (cited === null && !needsReview);
  return sound && !(needsReview && cited === null)
    ? undefined
    : deny('panel-opinion-required', { params: { reviewId: reviewId ?? '–' } });
}

function wrongMerit(merit: Preparation['merit']): Denial | undefined {
  if (merit === null) return undefined;
  const { rank, of, roundId } = merit;
  const possible = Number.isInteger(rank) && Number.isInteger(of) && rank >= 1 && rank <= of;
  return possible && (roundId !== null || of === 1)
    ? undefined
    : deny('rank-invalid', { params: { rank, of } });
}

function unknownReliance({ justifications }: Prepare, known: readonly UnwrittenRule[]): Denial | undefined {
  const stranger = justifications.find(({ rule }) => !known.some((one) => one.rule === rule));
  return stranger === undefined ? undefined : deny('reliance-unknown', { params: { rule: stranger.rule } });
}

/** How many of those whose opinion is relied on turned out to have a conflict. */
export function conflictsOf(opinion: Preparation['opinion']): number {
  return opinion?.conflicted ?? 0;
}

/** What does not stand in the guideline's text needs a stated reason. */
function unjustified({ justifications, opinion }: Prepare, outcome: OutcomeRule): Denial | undefined {
  const departs = opinion !== null && outcome.follows?.includes(opinion.recommendation) === false;
  const needed = [
    ...outcome.relies,
    ...(departs ? [opinionDeparture] : []),
    ...(conflictsOf(opinion) > 0 ? [conflictAfterConclusion] : []),
  ];
  const findings = needed
    .filter(({ rule }) => !justifications.some((one) => one.rule === rule && one.justification.trim() !== ''))
    .map(({ rule, origin }): Finding => ({ code: rule, strength: 'needs-justification', article: origin }));
  return findings.length === 0 ? undefined : deny('justification-required', { findings });
}
