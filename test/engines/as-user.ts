import { kafkaClient } from '@iic/messaging/kafka';
import type { Kafka } from 'kafkajs';
import { saslUsers } from './kafka/sasl-users.ts';

/** A client of the listener that asks for a password. */
export function asUser(
  listener: string,
  username: keyof typeof saslUsers,
  password = saslUsers[username],
): Kafka {
  return kafkaClient({
    brokers: [listener],
    clientId: 'test',
    credentials: { mechanism: 'plain', username, password },
  });
}
