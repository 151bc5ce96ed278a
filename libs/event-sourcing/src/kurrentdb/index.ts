export { KurrentDamaged, KurrentNotOpened, KurrentUnavailable } from './kurrent-errors.ts';
export { KurrentEventStore, type KurrentOptions } from './kurrent-event-store.ts';
