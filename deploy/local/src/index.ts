export { type CenterStory, playCenter } from './lifecycle/play-center.ts';
export { type LifecycleOptions, runLifecycle } from './lifecycle/run-lifecycle.ts';
export { type Migrated, type MigrationOptions, runMigration } from './migrate/run-migration.ts';
export { readStoreAddress, type StoreAddress } from './migrate/store-address.ts';
export { defaultLayout, platformTopics } from './platform-topics.ts';
