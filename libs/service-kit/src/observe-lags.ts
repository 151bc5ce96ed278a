import type { Metrics } from './metrics.ts';
import type { RunningService } from './start-service.ts';

/** Takes the gauges that are only known when asked for. */
export async function observeLags(services: readonly RunningService[], metrics: Metrics): Promise<void> {
  for (const { runtime, outlets } of services) {
    const service = runtime.name;
    for (const { name, lag } of await runtime.projections.lags()) metrics.lag.set({ service, of: name }, lag);
    for (const [source, { position, head }] of Object.entries(await runtime.transport.lag())) {
      if (head !== null) metrics.lag.set({ service, of: `messages of ${source}` }, head - position);
    }
    for (const { source, state, published } of outlets()) {
      metrics.published.set({ service, source }, published);
      metrics.publishing.set({ service, source }, state === 'publishing' ? 1 : 0);
    }
    metrics.parked.set({ service }, (await runtime.parked.counts()).parked);
  }
}
