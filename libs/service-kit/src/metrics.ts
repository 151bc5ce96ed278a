import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Metrics of a process, in the Prometheus text format at `/metrics`. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new Histogram({
    name: 'iic_http_request_seconds',
    help: 'Time to answer, by service, method and status class.',
    labelNames: ['service', 'method', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [this.registry],
  });
  readonly denials = new Counter({
    name: 'iic_denials_total',
    help: 'Refused for lack of a valid token (anonymous) or of a right (authenticated).',
    labelNames: ['service', 'kind'] as const,
    registers: [this.registry],
  });
  readonly events = new Counter({
    name: 'iic_events_recorded_total',
    help: 'Events recorded by commands of this process.',
    labelNames: ['service'] as const,
    registers: [this.registry],
  });
  readonly lag = new Gauge({
    name: 'iic_lag_events',
    help: 'Events a projection or a consumer group is behind.',
    labelNames: ['service', 'of'] as const,
    registers: [this.registry],
  });
  readonly published = new Gauge({
    name: 'iic_published_seq',
    help: 'Seq up to which a log is acknowledged by the broker on every channel.',
    labelNames: ['service', 'source'] as const,
    registers: [this.registry],
  });
  readonly publishing = new Gauge({
    name: 'iic_publishing',
    help: '1 while a log is published to the broker, 0 while its publisher waits or tries again.',
    labelNames: ['service', 'source'] as const,
    registers: [this.registry],
  });
  readonly reachable = new Gauge({
    name: 'iic_store_server_reachable',
    help: '1 while a server that keeps stores of the service answers, otherwise 0.',
    labelNames: ['service', 'server'] as const,
    registers: [this.registry],
  });
  readonly parked = new Gauge({
    name: 'iic_parked_messages',
    help: 'Messages parked for an operator.',
    labelNames: ['service'] as const,
    registers: [this.registry],
  });
}
