export { allEvents } from './all-events.ts';
export * from './audit/index.ts';
export * from './common.ts';
export * from './construction/index.ts';
export * from './decision-proposal.ts';
export * from './define-event.ts';
export * from './evaluation/index.ts';
export * from './intake/index.ts';
export * from './registry/index.ts';
