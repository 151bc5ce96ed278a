import { CommandRefused } from '@iic/event-sourcing';
import { derivedCommandId, done, type HandlerResult, PermanentFailure } from '@iic/messaging';
import type { CausedCommand } from '@iic/service-kit';

/** A command of this service that follows from a message. */
export function causedBy(
  message: { readonly id: string; readonly key: string; readonly recordedAt: string },
  step: string,
  jurisdiction: string,
): CausedCommand {
  return {
    commandId: derivedCommandId(message, step),
    causation: { id: message.id, recordedAt: message.recordedAt },
    correlation: message.key,
    jurisdiction,
  };
}

/** Does the work; a refusal parks the message at once, since the same command would be refused again. */
export async function orPark(what: string, work: () => Promise<unknown>): Promise<HandlerResult> {
  try {
    await work();
    return done();
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    throw new PermanentFailure(`${what} was refused: ${error.refusal.code}.`);
  }
}
