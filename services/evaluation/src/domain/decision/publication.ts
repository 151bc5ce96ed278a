import { accept, type DecisionResult } from '@iic/event-sourcing';
import { deny } from '../problems.ts';
import type { RecordDocument, RecordSerial } from './commands.ts';
import type { DecisionEvent } from './events.ts';
import type { DecisionState } from './state.ts';

type Result = DecisionResult<DecisionEvent>;
type Existing = Exclude<DecisionState, { status: 'none' }>;

/** Records the serial assigned; a decision that was voided or annulled meanwhile keeps its serial too. */
export function recordSerial({ type: _, ...assigned }: RecordSerial, state: Existing): Result {
  if (!('taken' in state)) return deny('not-yet-taken');
  const { number } = state;
  if (number !== null)
    return number.number === assigned.number
      ? accept()
      : deny('already-numbered', { params: { number: number.number } });
  const { decisionId, caseId } = state.file;
  return accept<DecisionEvent>({ type: 'DecisionNumbered', data: { decisionId, caseId, ...assigned } });
}

/** Records that a document carries the decision; the same document counts once. */
export function recordDocument({ type: _, ...document }: RecordDocument, state: Existing): Result {
  if (!('taken' in state)) return deny('not-yet-taken');
  if (state.documents.includes(document.documentId)) return accept();
  const { decisionId, caseId } = state.file;
  return accept<DecisionEvent>({ type: 'DecisionDocumented', data: { decisionId, caseId, ...document } });
}
