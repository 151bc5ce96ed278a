import type {
  PanelOpinionRecorded,
  PanelOpinionSigned,
  PanelOpinionVoided,
  ReviewConcluded,
} from '@iic/contracts';
import { expectStatus } from './expect-status.ts';
import { settled } from './settled.ts';
import type { ReviewState } from './state.ts';

/** Events that {@link evolveOpinion} folds. */
export type OpinionEvent = PanelOpinionRecorded | PanelOpinionSigned | PanelOpinionVoided | ReviewConcluded;

/** Folds what happens to the panel's opinion. */
export function evolveOpinion(state: ReviewState, event: OpinionEvent): ReviewState {
  switch (event.type) {
    case 'PanelOpinionRecorded': {
      const { opinionHash, recommendation, averageScore } = event.data;
      const opinion = { opinionHash, recommendation, averageScore, signatures: [], dissenting: [] };
      return { ...expectStatus(state, event.type, 'assembled'), status: 'deliberated', opinion };
    }
    case 'PanelOpinionSigned': {
      const before = expectStatus(state, event.type, 'deliberated');
      const { expertId, dissents } = event.data;
      const signatures = [...before.opinion.signatures, expertId];
      const dissenting = dissents ? [...before.opinion.dissenting, expertId] : before.opinion.dissenting;
      return { ...before, opinion: { ...before.opinion, signatures, dissenting } };
    }
    case 'PanelOpinionVoided': {
      const { opinion: _, ...before } = expectStatus(state, event.type, 'deliberated');
      return settled({ ...before, status: 'inviting' });
    }
    case 'ReviewConcluded':
      return { ...expectStatus(state, event.type, 'deliberated'), status: 'concluded' };
    default:
      return event satisfies never;
  }
}
