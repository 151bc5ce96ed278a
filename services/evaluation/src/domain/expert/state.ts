import type { ExpertParticulars } from './events.ts';

export type ExpertState =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'available' | 'suspended';
      readonly expertId: string;
      /** Province whose authority keeps the entry. */
      readonly province: string;
      readonly particulars: ExpertParticulars;
    };

export type ExpertStatus = ExpertState['status'];

/** An expert who is in the register. */
export type RegisteredExpert = Exclude<ExpertState, { status: 'unknown' }>;
