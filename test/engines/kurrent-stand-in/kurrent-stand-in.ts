import { Server, ServerCredentials } from '@grpc/grpc-js';
import featuresService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import streamsService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import { freePort } from '../free-port.ts';
import { batchAppend } from './append.ts';
import { Log } from './log.ts';
import { read } from './read.ts';

/**
 * A stand-in that speaks the part of KurrentDB's gRPC protocol which our adapter uses, from memory, without TLS
 * or users. It is not KurrentDB: it shows that the adapter and the client do on the wire what we mean, and says
 * nothing of how the real server orders, stores or answers.
 */
export class KurrentStandIn {
  readonly log = new Log();
  #server = new Server();
  readonly #port: number;

  private constructor(port: number) {
    this.#port = port;
  }

  static async start(): Promise<KurrentStandIn> {
    const standIn = new KurrentStandIn(await freePort());
    await standIn.resume();
    return standIn;
  }

  get url(): string {
    return `kurrentdb://127.0.0.1:${this.#port}?tls=false`;
  }

  /** Breaks all connections and listens no more; the log stays. */
  stop(): void {
    this.#server.forceShutdown();
  }

  /** Listens again, on the port it had. */
  async resume(): Promise<void> {
    const server = new Server();
    server.addService(featuresService.ServerFeaturesService, {
      getSupportedMethods: (_call: unknown, answer: (error: null, value: unknown) => void) =>
        answer(null, supported()),
    });
    server.addService(streamsService.StreamsService, {
      read: read(this.log),
      batchAppend: batchAppend(this.log),
    });
    const bound = Promise.withResolvers<void>();
    server.bindAsync(`127.0.0.1:${this.#port}`, ServerCredentials.createInsecure(), (error) =>
      error === null ? bound.resolve() : bound.reject(error),
    );
    await bound.promise;
    this.#server = server;
  }
}

function supported() {
  const methods = new features.SupportedMethods();
  methods.setEventStoreServerVersion('25.0.0');
  const batch = new features.SupportedMethod();
  batch.setServiceName('event_store.client.streams.streams');
  batch.setMethodName('batchappend');
  methods.addMethods(batch);
  return methods;
}
