import {
  type DecisionKindRules,
  isWritten,
  originText,
  type PanelRules,
  type PolicyPack,
  type PolicyPacks,
  type ReviewKind,
  reaches,
  seatMinimums,
} from '@iic/policy';
import type {
  Composition,
  DecisionRules,
  EvaluationRules,
  ReviewRules,
  RulesOf,
  Scoresheet,
  UnwrittenRule,
} from './domain/rules.ts';

/** Reads what evaluation needs out of policy packs; each pack is read once. */
export function createRulesOf(packs: PolicyPacks): RulesOf {
  const known = new Map<string, EvaluationRules>();
  return (policy) => {
    const found = known.get(policy.hash);
    if (found !== undefined) return found;
    const rules = rulesOf(packs.getPinned(policy));
    known.set(policy.hash, rules);
    return rules;
  };
}

function rulesOf(pack: PolicyPack): EvaluationRules {
  const { agency, reviewKinds, decisionKinds } = pack;
  return {
    agency: agency.code,
    decisionNumber: agency.decisionNumber,
    reviews: Object.fromEntries(reviewKinds.map((kind) => [kind.code, reviewRules(kind)])),
    decisions: Object.fromEntries(decisionKinds.map((kind) => [kind.code, decisionRules(kind, pack)])),
    unwritten: [...parametersUnwritten(pack), ...outcomesUnwritten(decisionKinds)],
  };
}

function reviewRules({ article, panel, steps, scoresheet, conclusions }: ReviewKind): ReviewRules {
  return {
    article,
    composition: composition(panel, panel.size.value),
    smaller: smallerSizes(panel).map((size) => composition(panel, size)),
    conflicts: panel.conflicts.map(({ code }) => code),
    siteVisit: steps.some(({ code, required }) => code === 'site-visit' && required),
    scoresheet: scoresheet === null ? null : scoresheetRules(scoresheet),
    scoredInStages: (scoresheet?.stageWeights.length ?? 0) > 0,
    recommendations: conclusions.map(({ code }) => code),
  };
}

function composition(panel: PanelRules, size: number): Composition {
  return { seats: size, minimums: [...seatMinimums(panel, size)] };
}

/** Sizes below the drawn one that the rules still allow, largest first. */
function smallerSizes({ size, minimumSize, oddSize }: PanelRules): readonly number[] {
  return Array.from({ length: Math.max(size.value - 1, 0) }, (_, index) => size.value - 1 - index).filter(
    (seats) => reaches(seats, minimumSize) && (!oddSize.value || seats % 2 === 1),
  );
}

function scoresheetRules({ criteria, bands, quorum }: NonNullable<ReviewKind['scoresheet']>): Scoresheet {
  const bound = (limit: (typeof bands)[number]['from']) => ({
    atLeast: limit.value,
    inclusive: limit.inclusive,
    strength: limit.strength,
    article: originText(limit.origin),
  });
  return {
    criteria: criteria.map(({ code, maximum, floor }) => ({
      code,
      maximum,
      ...(floor === undefined ? {} : { floor: { ...bound(floor.minimum), conclusion: floor.conclusion } }),
    })),
    bands: bands.map(({ from, conclusion }) => ({ ...bound(from), conclusion })),
    quorum: quorum.value,
  };
}

function decisionRules(kind: DecisionKindRules, pack: PolicyPack): DecisionRules {
  return {
    article: kind.article,
    minimumApprovers: Math.ceil(kind.minimumApprovers.value),
    needsReview: kind.reviewKind !== null,
    merit: kind.merit.value,
    outcomes: kind.outcomes.map(({ code, conditions, follows, reliesOn, origin }) => ({
      code,
      conditions: [...conditions],
      follows: follows === null ? null : [...follows],
      relies: [
        ...(isWritten(origin) ? [] : [{ rule: outcomeRule(kind, code), origin: originText(origin) }]),
        ...parametersUnwritten(pack).filter(({ rule }) => reliesOn.includes(rule)),
      ],
    })),
  };
}

function parametersUnwritten({ parameters }: PolicyPack): readonly UnwrittenRule[] {
  return Object.entries(parameters).flatMap(([rule, { origin }]) =>
    isWritten(origin) ? [] : [{ rule, origin: originText(origin) }],
  );
}

function outcomesUnwritten(kinds: readonly DecisionKindRules[]): readonly UnwrittenRule[] {
  return kinds.flatMap((kind) =>
    kind.outcomes.flatMap(({ code, origin }) =>
      isWritten(origin) ? [] : [{ rule: outcomeRule(kind, code), origin: originText(origin) }],
    ),
  );
}

/** How a justification names the outcome it is for. */
function outcomeRule({ code }: DecisionKindRules, outcome: string): string {
  return `${code}.${outcome}`;
}
