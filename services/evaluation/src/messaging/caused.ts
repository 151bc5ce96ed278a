import { derivedCommandId, type Message } from '@iic/messaging';
import type { CausedCommand } from '@iic/service-kit';

/** A command that follows from a message, exactly once for each handler. */
export function caused(
  message: Message<string, unknown>,
  handler: string,
  jurisdiction: string,
): CausedCommand {
  const { id, recordedAt, key } = message;
  return {
    commandId: derivedCommandId(message, handler),
    causation: { id, recordedAt },
    correlation: key,
    jurisdiction,
  };
}
