import { derivedCommandId } from '@iic/messaging';
import type { CausedCommand } from './command-executor.ts';

/**
 * The circumstances of a command that a message makes necessary: it takes effect once, however often the
 * message comes.
 *
 * @param handler stable name, unique in its service
 * @param step tells several commands of one handler apart
 */
export function causedBy(
  message: { readonly id: string; readonly key: string; readonly recordedAt: string },
  handler: string,
  jurisdiction: string,
  step = '',
): CausedCommand {
  const { id, recordedAt, key } = message;
  return {
    commandId: derivedCommandId(message, handler, step),
    causation: { id, recordedAt },
    correlation: key,
    jurisdiction,
  };
}
