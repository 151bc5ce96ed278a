import type { TruthfulnessCommitted } from '@iic/contracts';
import type { Commitment } from './state.ts';

/** The signer answers for a manifest. */
export function committed({ manifestHash, signer, document }: Commitment): TruthfulnessCommitted {
  return {
    type: 'TruthfulnessCommitted',
    data: { manifestHash, signer, document },
    evidence: document === null ? [manifestHash] : [manifestHash, document],
  };
}
