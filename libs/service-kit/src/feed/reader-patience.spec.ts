import { EventEmitter } from 'node:events';
import { readerPatience } from './reader-patience.ts';

const never = new AbortController().signal;

it('ends when the reader leaves', () => {
  const connection = new EventEmitter();
  const { signal, end } = readerPatience(connection, 60, never);
  expect(signal.aborted).toBe(false);
  connection.emit('close');
  expect(signal.aborted).toBe(true);
  end();
});

it('ends when the service drains', () => {
  const draining = new AbortController();
  const { signal, end } = readerPatience(new EventEmitter(), 60, draining.signal);
  draining.abort();
  expect(signal.aborted).toBe(true);
  end();
});

it('is none for a reader who does not wait, and leaves nothing on the connection', () => {
  const connection = new EventEmitter();
  const { signal, end } = readerPatience(connection, 0, never);
  expect(signal.aborted).toBe(true);
  end();
  expect(connection.listenerCount('close')).toBe(0);
});
