import { hash } from 'node:crypto';

/**
 * Id of a command that a message causes (effects of kind b): the same cause, handler and step always give the
 * same id, so the event store answers a repeat with the first outcome. Hex SHA-256.
 * @param cause the causing event
 * @param handler stable name, unique in its service; it must outlive renamed classes and functions
 * @param step tells several commands of one handler for one cause apart
 */
export function derivedCommandId(cause: { readonly id: string }, handler: string, step = ''): string {
  return hash('sha256', JSON.stringify(['derived-command', cause.id, handler, step]), 'hex');
}
