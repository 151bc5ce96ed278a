import { accept, type DecisionResult } from '@iic/event-sourcing';
import { deny } from '../problems.ts';
import { citing } from './citation.ts';
import type { CommandOf } from './commands.ts';
import type { ApplicationEvent } from './events.ts';
import { dueOf } from './rules.ts';
import { type ApplicationCase, currentVersion } from './state.ts';
import type { StepContext } from './step-context.ts';

type ReviewCommand =
  | CommandOf<'PassPreliminaryReview'>
  | CommandOf<'ReturnForSupplement'>
  | CommandOf<'RejectApplication'>
  | CommandOf<'IssueTransmittal'>;

/** What the competent unit does with a submitted version (Art. 15). */
export function decidePreliminaryReview(
  command: ReviewCommand,
  state: ApplicationCase,
  { actor, now, pack }: StepContext,
): DecisionResult<ApplicationEvent> {
  const { version, signer } = currentVersion(state);
  if (actor.subject === signer) return deny('same-person');
  switch (command.type) {
    case 'PassPreliminaryReview': {
      const { opinion, documentNumber } = command;
      const passed: ApplicationEvent = {
        type: 'PreliminaryReviewPassed',
        data: { version, opinion },
        ...citing(state, 'Art. 15'),
      };
      return documentNumber === null
        ? accept<ApplicationEvent>(passed)
        : accept<ApplicationEvent>(passed, {
            type: 'TransmittalIssued',
            data: { version, documentNumber, opinion, document: null },
          });
    }
    case 'ReturnForSupplement':
      return accept<ApplicationEvent>({
        type: 'ApplicationReturnedForSupplement',
        data: { version, points: [...command.points], dueAt: dueOf(pack, 'supplementPeriod', now) },
        ...citing(state, 'interpretation of Art. 15'),
      });
    case 'RejectApplication':
      return accept<ApplicationEvent>({
        type: 'PreliminaryReviewRejected',
        data: { caseId: state.caseId, version, reasons: command.reasons },
        ...citing(state, 'interpretation of Art. 15'),
      });
    case 'IssueTransmittal': {
      const { documentNumber, opinion, document } = command;
      return accept<ApplicationEvent>({
        type: 'TransmittalIssued',
        data: { version, documentNumber, opinion, document },
        ...(document === null ? {} : { evidence: [document] }),
      });
    }
    default:
      return command satisfies never;
  }
}
