import { type CollectionSpec, defineCollection } from '../collection-spec.ts';

/** The document of the contract suite. */
export interface Sample {
  readonly title: string;
  readonly status?: string;
  readonly amount?: number;
  readonly units: readonly string[];
}

/** Another version may be asked for where a test needs two side by side. */
export function sampleSpec(
  version = 1,
): CollectionSpec<Sample, 'title' | 'status' | 'amount' | 'units', 'byTitle' | 'richest' | 'mixed'> {
  return defineCollection<Sample>()({
    name: 'samples',
    version,
    fields: {
      title: { plain: (sample) => sample.title },
      status: (sample) => sample.status,
      amount: (sample) => sample.amount,
      units: { many: (sample) => sample.units },
    },
    sorts: {
      byTitle: { by: ['title'] },
      richest: { by: ['-amount', '-title'], within: ['status'] },
      mixed: { by: ['status', '-amount'] },
    },
  });
}
