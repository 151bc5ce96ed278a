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
  /** Seq of the last record taken; 0 before the first. */
  readonly lastSeq: number;
  /** Hex leaf hash taken under the delivered seq, if any. */
  readonly leafAtSeq: string | undefined;
  /** Revision of the last record of the delivered record's stream; -1 before the first. */
  readonly lastRevision: number;
}

/** Take the record, ignore it because it was taken before, or refuse it as an incident. */
export type RecordVerdict = { readonly verdict: 'take' | 'repeat' } | { readonly incident: Incident };

/** Takes last + 1 and nothing else: a repeat must be the same leaf, bytes must hash to the leaf, no gap may open. */
export function checkRecord(record: DeliveredRecord, known: KnownJournal): RecordVerdict {
  const { source, seq, claimedLeaf, recomputedLeaf } = record;
  const incident = (kind: Incident['kind'], expected: string | null): RecordVerdict => ({
    incident: { source, seq, kind, expected, delivered: claimedLeaf },
  });
  if (recomputedLeaf !== claimedLeaf) return incident('leaf-mismatch', recomputedLeaf);
  if (known.leafAtSeq !== undefined) {
    return known.leafAtSeq === claimedLeaf ? { verdict: 'repeat' } : incident('other-leaf', known.leafAtSeq);
  }
  if (seq !== known.lastSeq + 1) return incident('gap', null);
  if (record.revision !== known.lastRevision + 1) return incident('position-mismatch', null);
  return { verdict: 'take' };
}
