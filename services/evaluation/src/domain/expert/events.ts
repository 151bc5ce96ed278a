import type { ExpertRegistered, ExpertReinstated, ExpertRevised, ExpertSuspended } from '@iic/contracts';

/** Every fact of an expert's stream. */
export type ExpertEvent = ExpertRegistered | ExpertRevised | ExpertSuspended | ExpertReinstated;

/** What is known of an expert, as far as rules need it. */
export type ExpertParticulars = Omit<ExpertRevised['data'], 'reason'>;
