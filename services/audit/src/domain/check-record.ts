import type { Incident } from './incident.ts';

/** A journal record as it was delivered. */
export interface DeliveredRecord {
  readonly source: string;
  readonly seq: number;
  /** Hex leaf hash the source claims. */
  readonly claimedLeaf: string;
  /** Hex leaf hash recomputed from the delivered bytes. */
  readonly recomputedLeaf: string;
  readonly stream: string;
  readonly revision: number;
}

/** What the audit has of a source so far. */
export interface KnownJournal {
  /** Seq of the last record archived, disputed or not; 0 before the first. */
  readonly lastSeq: number;
  /** Hex leaf hash archived under the delivered seq, if any; of bytes that hash to it. */
  readonly leafAtSeq: string | undefined;
  /** Whether these very bytes were archived as disputed before, under the same leaf. */
  readonly disputedBefore: boolean;
  /** Revision of the last record of the delivered record's stream; -1 before the first. */
  readonly lastRevision: number;
}

/** A range of a journal that was never delivered, both ends included. */
export interface MissingRange {
  readonly first: number;
  readonly last: number;
}

/** Take the record, ignore it because it was archived before, or archive it as disputed by an incident. */
export type RecordVerdict =
  | { readonly verdict: 'take' | 'repeat' }
  | { readonly incident: Incident; readonly missing: MissingRange | null };

/**
 * Takes last + 1 and nothing else: a repeat must be the same leaf, bytes must hash to the leaf, no gap may open.
 * What is refused once is a repeat from then on, and the journal goes on after it.
 */
export function checkRecord(record: DeliveredRecord, known: KnownJournal): RecordVerdict {
  const { source, seq, claimedLeaf, recomputedLeaf } = record;
  const incident = (
    kind: Incident['kind'],
    expected: string | null,
    missing: MissingRange | null = null,
  ): RecordVerdict => ({ incident: { source, seq, kind, expected, delivered: claimedLeaf }, missing });
  if (known.disputedBefore) return { verdict: 'repeat' };
  if (recomputedLeaf !== claimedLeaf) return incident('leaf-mismatch', recomputedLeaf);
  if (known.leafAtSeq !== undefined) {
    return known.leafAtSeq === claimedLeaf ? { verdict: 'repeat' } : incident('other-leaf', known.leafAtSeq);
  }
  const next = known.lastSeq + 1;
  if (seq > next) return incident('gap', null, { first: next, last: seq - 1 });
  if (seq < next || record.revision !== known.lastRevision + 1) return incident('position-mismatch', null);
  return { verdict: 'take' };
}
