export { type CenterStory, playCenter } from './lifecycle/play-center.ts';
export { type LifecycleOptions, runLifecycle } from './lifecycle/run-lifecycle.ts';
export { type AttachmentAddress, readAttachmentAddress } from './migrate/attachment-address.ts';
export { type KeyAddress, readKeyAddress } from './migrate/key-address.ts';
export { type AttachmentsMigration, migrateAttachments } from './migrate/migrate-attachments.ts';
export { type KeysMigration, migrateKeys } from './migrate/migrate-keys.ts';
export { type Movable, type Moved, type MoveOrder, movables, move } from './migrate/moves.ts';
export { type Migrated, type MigrationOptions, runMigration } from './migrate/run-migration.ts';
export { readStoreAddress, type StoreAddress } from './migrate/store-address.ts';
