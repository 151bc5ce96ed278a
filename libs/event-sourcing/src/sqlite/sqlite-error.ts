/** What SQLite reports: an extended result code and a text. */
export interface SqliteError {
  readonly errcode: number;
  readonly message: string;
}

/** Whether something thrown came from SQLite. */
export function isSqliteError(error: unknown): error is SqliteError {
  return (
    typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number'
  );
}

const busy = 5;

/** Whether another connection holds the file; the low byte is the code, the rest says more of it. */
export function isBusy(error: unknown): boolean {
  return isSqliteError(error) && (error.errcode & 0xff) === busy;
}

const corrupt = 11;
const notADatabase = 26;

/** Whether the content of the file is at fault, and not the way to it. */
export function isDamage({ errcode }: SqliteError): boolean {
  return [corrupt, notADatabase].includes(errcode & 0xff);
}
