import { runInThread } from '../thread/run-in-thread.ts';
import type { DecisionPrint } from './decision-model.ts';
import type { SubmissionPrint } from './submission-model.ts';

/** Room for a submission at the input caps of every chapter; platform default. */
const limits = { milliseconds: 60_000, heapMegabytes: 512 };

/**
 * Prints a submission as DOCX: cover, fields, plan, attachments and the commitment to sign and seal. Every page
 * bears the manifest's hash; the QR code holds it with the case id, so that a scan can be tied to its version.
 * Composed in a thread of its own.
 */
export function printSubmission(model: SubmissionPrint): Promise<Uint8Array> {
  return runInThread('submission', model, limits);
}

/**
 * Prints a decision as DOCX after GB/T 9704—2012: head, text, signature, record of the decision, foot. Left out are
 * the elements of classified and urgent documents, which this platform does not hold. Composed in a thread of its
 * own. Throws RangeError for a date that is not `YYYY-MM-DD`.
 */
export function printDecision(model: DecisionPrint): Promise<Uint8Array> {
  return runInThread('decision', model, limits);
}
