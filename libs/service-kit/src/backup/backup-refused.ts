/** Why a backup or a restore was not made; nothing was left behind. */
export type BackupRefusal =
  | 'no-data'
  | 'keys-of-another'
  | 'target-in-source'
  | 'targets-overlap'
  | 'target-not-empty'
  | 'backup-incomplete'
  | 'backup-damaged';

/** A backup or a restore that was not made. */
export class BackupRefused extends Error {
  readonly code: BackupRefusal;

  constructor(code: BackupRefusal, message: string) {
    super(message);
    this.code = code;
  }
}
