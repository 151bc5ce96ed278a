import { createHash } from 'node:crypto';
import { canonicalJson } from '@iic/event-sourcing';

/** Hash of what is proposed: hex SHA-256 over the canonical JSON of kind, case and content. */
export function contentHash(kind: string, caseId: string, content: object): string {
  return createHash('sha256').update(canonicalJson({ kind, caseId, content })).digest('hex');
}
