import { CommandRefused } from '@iic/event-sourcing';
import { done, type HandlerResult, PermanentFailure } from '@iic/messaging';

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
