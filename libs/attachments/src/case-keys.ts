import { type CopyableKeyStore, KeyShredded, type KeyStore } from '@iic/event-sourcing';
import type { CaseKeys } from './attachment-store.ts';

const subjectOf = (caseId: string) => `case:${caseId}`;

/** The keys of cases in a service's key store; made on first use. */
export function caseKeys(keys: KeyStore): CaseKeys {
  return { keyFor: (caseId) => keys.keyFor(subjectOf(caseId)) };
}

/** No key store was ever asked for the key of a case that has files. */
export class CaseKeyMissing extends Error {
  readonly code = 'case-key-missing';
}

/**
 * The keys of cases in a key store that is only to be read: none is made. `keyFor` throws `KeyShredded`, and
 * {@link CaseKeyMissing} where the case never had a key.
 */
export function existingCaseKeys(keys: CopyableKeyStore): CaseKeys {
  return {
    async keyFor(caseId) {
      const subject = subjectOf(caseId);
      const [kept] = await keys.find([subject]);
      if (kept === undefined) {
        throw new CaseKeyMissing(`These keys know nothing of ${subject}: they are not those of its files.`);
      }
      if (kept.key === null) throw new KeyShredded(subject);
      return kept.key;
    },
  };
}
