import { connect, type Socket } from 'node:net';
import { Kafka, logLevel } from 'kafkajs';

/** A client of a process that can be stopped in its tracks: it neither sends nor hears anything until it wakes. */
export class StallableClient {
  readonly kafka: Kafka;
  readonly #sockets = new Set<Socket>();

  constructor(brokers: readonly string[]) {
    this.kafka = new Kafka({
      brokers: [...brokers],
      logLevel: logLevel.NOTHING,
      retry: { retries: 2 },
      socketFactory: ({ host, port, onConnect }) => {
        const socket = connect({ host, port }, onConnect);
        this.#sockets.add(socket);
        return socket;
      },
    });
  }

  stall(): void {
    for (const socket of this.#sockets) {
      socket.cork();
      socket.pause();
    }
  }

  wake(): void {
    for (const socket of this.#sockets) {
      socket.uncork();
      socket.resume();
    }
  }
}
