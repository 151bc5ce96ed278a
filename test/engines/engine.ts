/** The servers the platform works with. */
export const engineNames = ['kafka', 'mongodb', 'kurrentdb', 's3'] as const;
export type EngineName = (typeof engineNames)[number];

/** The environment variable that names an engine which runs already. */
export const engineVariables: Readonly<Record<EngineName, string>> = {
  kafka: 'KAFKA_BROKERS',
  mongodb: 'MONGODB_URL',
  kurrentdb: 'KURRENTDB_URL',
  s3: 'S3_ENDPOINT',
};

/** How an engine is stopped, in a form another process can read. */
export type Stopper =
  | { readonly kind: 'process'; readonly pid: number; readonly folder: string }
  | { readonly kind: 'container'; readonly id: string }
  | { readonly kind: 'nothing' };

/** A server that answers. */
export interface Engine {
  readonly name: EngineName;
  /** Given by the environment, run in Docker, or made here by a local recipe. */
  readonly origin: 'external' | 'docker' | 'local';
  /** What a client needs to connect: brokers (host:port), or an address. */
  readonly address: string;
  /** Whatever else a client must know, such as credentials of a test server. */
  readonly details: Readonly<Record<string, string>>;
  readonly stopper: Stopper;
}

/** Told what takes long. */
export type Tell = (progress: string) => void;

/** One way to get an engine. Resolves with `undefined` when it does not apply; throws {@link NotAvailable}. */
export type Way = (tell: Tell) => Promise<Engine | undefined>;

/** An engine cannot be had, and why. */
export class NotAvailable extends Error {
  readonly code = 'engine-not-available';
}
