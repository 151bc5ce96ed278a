/** One text of several in the Prometheus format: what belongs to one metric stands together, described once. */
export function mergeMetrics(texts: readonly string[]): string {
  const metrics = new Map<string, { readonly description: string[]; readonly samples: string[] }>();
  for (const text of texts) {
    let current: string[] = [];
    for (const line of text.split('\n')) {
      const described = /^# (?:HELP|TYPE) (\S+)/.exec(line)?.[1];
      if (described === undefined) {
        if (line !== '') current.push(line);
        continue;
      }
      const metric = metrics.get(described) ?? { description: [], samples: [] };
      metrics.set(described, metric);
      if (!metric.description.includes(line)) metric.description.push(line);
      current = metric.samples;
    }
  }
  return [...metrics.values()]
    .flatMap(({ description, samples }) => [...description, ...samples])
    .map((line) => `${line}\n`)
    .join('');
}
