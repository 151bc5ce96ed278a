export { KurrentDamaged, KurrentNotOpened, KurrentRefused, KurrentUnavailable } from './kurrent-errors.ts';
export { KurrentEventStore, type KurrentOptions } from './kurrent-event-store.ts';
