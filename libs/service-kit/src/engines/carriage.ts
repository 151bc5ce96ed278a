import type {
  Channel,
  EventTransport,
  EventTransportOptions,
  JournalRecord,
  Leases,
  Relay,
} from '@iic/messaging';

/** How far a log is published. */
export interface OutletStatus {
  readonly source: string;
  readonly state: string;
  /** Seq up to which the broker has acknowledged everything. */
  readonly published: number;
  readonly failure: string | null;
}

/** The way of one log to its consumers. */
export interface Outlet {
  /** Undefined where consumers read the log itself. */
  status(): OutletStatus | undefined;
  close(): Promise<void>;
}

/** What carries messages between services. */
export interface Carriage {
  /** The consumer of a service. `publishes`: logs of the same service that go out. */
  transport(options: EventTransportOptions, publishes: readonly PublishedLog[]): EventTransport;
  /** The last record a broker has of a log; absent where consumers read the log itself. */
  findPublished?(source: string): Promise<JournalRecord | undefined>;
  /** Lets a log reach its consumers. */
  publish(relay: Relay, channels: readonly Channel[], leases: Leases): Outlet;
}

/** A log and the channels it goes out on. */
export interface PublishedLog {
  readonly source: string;
  readonly channels: readonly Channel[];
}
