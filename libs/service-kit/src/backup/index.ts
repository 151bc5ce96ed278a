export { type BackupOrder, backUp } from './back-up.ts';
export { type BackupRefusal, BackupRefused } from './backup-refused.ts';
export type { BackedUpFile, BackedUpStore, BackupManifest } from './manifest.ts';
export { type RestoreOrder, restore } from './restore.ts';
