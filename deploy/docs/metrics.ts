import { Metrics } from '@iic/service-kit';
import { code, codes, type Documents, page, table } from './markdown.ts';

type Registered = ReturnType<Metrics['registry']['getMetricsAsArray']>[number];

/** What stands in each label; a metric may have no label that is not told here. */
const labels: Readonly<Record<string, string>> = {
  service: 'Name of the service.',
  method: 'HTTP method.',
  status: 'Class of the HTTP status, such as `2xx`.',
  kind: '`anonymous` or `authenticated`.',
  server: '`MongoDB` or `KurrentDB`; only where the service keeps stores on servers.',
  of: 'Name of the projection; for the consumer group of the service, `messages of` and the service it follows.',
  source:
    'The log that is published, of the service or of its security records; only where Kafka carries messages.',
};

/** The library keeps the names of labels, but its types do not tell. */
function labelsOf(metric: Registered): readonly string[] {
  if (!('labelNames' in metric) || !Array.isArray(metric.labelNames)) {
    throw new Error(`The labels of ${metric.name} cannot be read from the registry.`);
  }
  const names = metric.labelNames.map(String);
  const untold = names.filter((name) => !Object.hasOwn(labels, name));
  if (untold.length > 0) throw new Error(`${metric.name} has labels nobody explains: ${untold.join(', ')}.`);
  return names;
}

/** The metrics reference: everything a process registers for `/metrics`. */
export function metricDocuments(): Documents {
  const metrics = new Metrics().registry.getMetricsAsArray();
  const rows = metrics.map((metric) => [
    code(metric.name),
    String(metric.type),
    codes(labelsOf(metric)),
    metric.help,
  ]);
  const text = page(
    'Metrics',
    '`GET /metrics` answers in the Prometheus text format and needs no token: it holds counts, never a case. A process tells of the services in it; `npm run start:services` gathers those of all its processes at the common origin. A histogram has samples that end in `_bucket`, `_sum` and `_count`. What to do about a value: [operate](../how-to/operate.md).',
    table(['Metric', 'Type', 'Labels', 'Meaning'], rows),
    '## Labels',
    table(
      ['Label', 'What stands in it'],
      Object.entries(labels).map(([name, meaning]) => [code(name), meaning]),
    ),
  );
  return { 'metrics.md': text };
}
