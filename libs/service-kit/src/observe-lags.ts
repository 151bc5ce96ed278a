import { askServers } from './engines/store-server.ts';
import type { Metrics } from './metrics.ts';
import type { RunningService } from './start-service.ts';

/**
 * Takes the gauges that are only known when asked for. What a server that is away would have to tell is left out;
 * the rest is told.
 */
export async function observeLags(services: readonly RunningService[], metrics: Metrics): Promise<void> {
  metrics.lag.reset();
  metrics.parked.reset();
  await Promise.all(services.map((service) => observe(service, metrics)));
}

async function observe({ runtime, outlets }: RunningService, metrics: Metrics): Promise<void> {
  const service = runtime.name;
  for (const { source, state, published } of outlets()) {
    metrics.published.set({ service, source }, published);
    metrics.publishing.set({ service, source }, state === 'publishing' ? 1 : 0);
  }
  for (const { name, reachable } of await askServers(runtime.servers)) {
    metrics.reachable.set({ service, server: name }, reachable ? 1 : 0);
  }
  await Promise.allSettled([
    runtime.projections.lags().then((lags) => {
      for (const { name, lag } of lags) metrics.lag.set({ service, of: name }, lag);
    }),
    runtime.transport.lag().then((lags) => {
      for (const [source, { position, head }] of Object.entries(lags)) {
        if (head !== null) metrics.lag.set({ service, of: `messages of ${source}` }, head - position);
      }
    }),
    runtime.parked.counts().then(({ parked }) => metrics.parked.set({ service }, parked)),
  ]);
}
