import { createHash } from 'node:crypto';
import type { AccessFacts } from '@iic/access';
import type { PolicyPacks } from '@iic/policy';
import type { GuardedAggregate } from '@iic/service-kit';
import type { DecisionCommand } from './domain/decision/commands.ts';
import { decisionAggregate } from './domain/decision/decision.ts';
import type { DecisionEvent } from './domain/decision/events.ts';
import type { DecisionState } from './domain/decision/state.ts';
import type { ExpertCommand } from './domain/expert/commands.ts';
import type { ExpertEvent } from './domain/expert/events.ts';
import { expertAggregate } from './domain/expert/expert.ts';
import type { ExpertState } from './domain/expert/state.ts';
import { type MeritRoundState, meritRoundAggregate } from './domain/merit-round/merit-round.ts';
import {
  type DocumentState,
  officialDocumentAggregate,
} from './domain/official-document/official-document.ts';
import type { ReviewCommand } from './domain/review/commands.ts';
import type { ReviewEvent } from './domain/review/events.ts';
import { reviewAggregate } from './domain/review/review.ts';
import type { ReviewState } from './domain/review/state.ts';
import type { RulesOf } from './domain/rules.ts';
import { createRulesOf } from './rules-of-packs.ts';

/** Hex SHA-256 of a text. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Every aggregate of the service with what access rules may look at. Injected by its class. */
export class Aggregates {
  readonly rulesOf: RulesOf;
  readonly expert: GuardedAggregate<ExpertState, ExpertCommand, ExpertEvent>;
  readonly review: GuardedAggregate<ReviewState, ReviewCommand, ReviewEvent>;
  readonly decision: GuardedAggregate<DecisionState, DecisionCommand, DecisionEvent>;
  readonly document = { ...officialDocumentAggregate, facts: (state: DocumentState) => existing(state) };
  readonly meritRound = { ...meritRoundAggregate, facts: (state: MeritRoundState) => existing(state) };

  constructor(packs: PolicyPacks) {
    this.rulesOf = createRulesOf(packs);
    this.expert = { ...expertAggregate, facts: expertFacts };
    this.review = { ...reviewAggregate(this.rulesOf, sha256), facts: reviewFacts };
    this.decision = {
      ...decisionAggregate(this.rulesOf),
      facts: decisionFacts,
      // Streams of serials begin with the same word.
      isId: (id) => !id.startsWith('serial-'),
    };
  }
}

function existing(state: DocumentState | MeritRoundState): AccessFacts | undefined {
  return state.status === 'none' ? undefined : { status: state.status, province: state.province };
}

function expertFacts(state: ExpertState): AccessFacts | undefined {
  return state.status === 'unknown' ? undefined : { expertId: state.expertId, province: state.province };
}

/** Facts of a review: whose case it is, and who sits on its panel. */
export function reviewFacts(state: ReviewState): AccessFacts | undefined {
  if (state.status === 'none') return undefined;
  const { leadUnit, competentUnit, province } = state.review;
  return { status: state.status, leadUnit, competentUnit, province, panel: panelOf(state) };
}

/** Expert ids of a review's panel; empty while there is none. */
export function panelOf(state: ReviewState): readonly string[] {
  return 'panel' in state ? state.panel.map(({ member }) => member.expertId) : [];
}

/** Facts of a decision: whose case it is, and which departments were asked. */
export function decisionFacts(state: DecisionState): AccessFacts | undefined {
  if (state.status === 'none') return undefined;
  const { leadUnit, competentUnit, province } = state.file;
  return {
    status: state.status,
    leadUnit,
    competentUnit,
    province,
    departments: state.departments.map(({ department }) => department),
  };
}
