import { derivedCommandId, type Message } from '@iic/messaging';
import type { CausedCommand } from '@iic/service-kit';

/** The circumstances of a command that a message makes necessary. */
export function causedBy(
  message: Message<string, unknown>,
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
